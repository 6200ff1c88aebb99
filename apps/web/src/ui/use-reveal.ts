import { useEffect, useRef, type RefObject } from "react";

/**
 * For a form: when the server has refused it, the focus goes to the field that says why, or to the notice.
 * The button that had it was disabled meanwhile, and a disabled button lets the focus fall to the page.
 */
export function useReveal(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error !== null && error !== undefined) reveal(form.current);
  }, [error]);
  return form;
}

/** Brings what has to be mended first into view: it may be far above the button. */
export function reveal(form: HTMLElement | null): void {
  const refused = form?.querySelector<HTMLElement>("[aria-invalid=true], [data-refusal]");
  refused?.focus({ preventScroll: true });
  refused?.scrollIntoView({ block: "center" });
}
