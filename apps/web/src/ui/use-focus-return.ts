import { useLayoutEffect } from "react";

/**
 * Gives the focus back to what had it before. Unlike Mantine's own, also when the dialog is unmounted
 * at once, and to the page's content when what opened it is gone, or goes.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const opener = document.activeElement;
    // Later: the trap of a dialog that is just closing would take it away again.
    return () => void setTimeout(() => giveBackTo(opener));
  }, [opened]);
}

function giveBackTo(opener: Element | null): void {
  if (!(opener instanceof HTMLElement) || !opener.isConnected) return focusContent();
  opener.focus({ preventScroll: true });
  // It may go as soon as the page learns what was changed, and would take the focus with it.
  const watch = new MutationObserver(() => {
    if (opener.isConnected && document.activeElement === opener) return;
    watch.disconnect();
    if (document.activeElement === document.body) focusContent();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

function focusContent(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}
