/** Brings the first field that was refused into view, once it has been rendered: it may be far above the button. */
export function revealMistake(form: HTMLFormElement | undefined): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]");
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" });
  });
}
