/** What a heading is linked by. Codes keep their underscores: problems lead to them. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Anchors for the headings of one page: of two that say the same the second is numbered. */
export function anchorsOfPage(): (heading: string) => string {
  const taken = new Map<string, number>();
  return (heading) => {
    const name = anchorOf(heading);
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name}-${before + 1}`;
  };
}
