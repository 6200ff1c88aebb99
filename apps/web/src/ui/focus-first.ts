/** A `ref` for the field that a page begins with. */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
