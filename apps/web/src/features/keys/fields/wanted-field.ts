/** For the field that a link is about: it has the focus when the dialog opens, and is in view. */
export function wantedField(isWanted: boolean) {
  return isWanted ? { "data-autofocus": true, ref: bringIntoView } : {};
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "center" });
}
