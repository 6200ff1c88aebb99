/** What other command lines say for it. */
const synonyms = new Map([
  ["add", "issue"],
  ["create", "issue"],
  ["new", "issue"],
  ["delete", "revoke"],
  ["rm", "revoke"],
  ["ls", "list"],
  ["get", "show"],
  ["view", "show"],
]);

/** The name that was meant, if one is near to the words that were typed. */
export function nearestTo(names: readonly string[], typed: readonly string[]): string | null {
  const near = names
    .map((name) => ({ name, off: stepsTo(name, typed) }))
    .filter(({ name, off }) => off <= Math.max(2, name.length / 4))
    .toSorted((a, b) => a.off - b.off);
  return near[0]?.name ?? null;
}

function stepsTo(name: string, typed: readonly string[]): number {
  const words = typed.slice(0, name.split(" ").length);
  const meant = words.map((word, at) => (at === 0 ? word : (synonyms.get(word) ?? word)));
  return Math.min(steps(words.join(" "), name), steps(meant.join(" "), name));
}

/** How many letters are to be put in, taken out or changed: https://en.wikipedia.org/wiki/Levenshtein_distance */
function steps(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [column, other] of [...to].entries()) {
      const [left = 0, above = 0, before = 0] = [next[column], row[column + 1], row[column]];
      next.push(Math.min(left + 1, above + 1, before + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
