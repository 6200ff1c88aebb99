/** Gives the focus to what had it before, or to the page's content when that is gone, or goes. */
export function giveBackFocus(opener: Element | null): void {
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

/** Where a page that was just loaded begins for the keyboard. */
export function focusContent(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}
