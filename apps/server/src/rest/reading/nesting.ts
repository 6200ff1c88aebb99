const opening = new Set(["{", "["]);
const closing = new Set(["}", "]"]);
const bracket = /[{[]/g;

/** Whether it is worth a closer look: nearly always there are not even so many brackets. */
export function mayNestDeeperThan(most: number, json: string): boolean {
  return (json.match(bracket)?.length ?? 0) > most;
}

/**
 * Tells from the text, before it is parsed, whether JSON nests too deep for whatever walks it later.
 * Takes each character once: a pattern would begin anew at every quote of a string that never ends.
 */
export function isNestedDeeperThan(most: number, json: Iterable<string>): boolean {
  let depth = 0;
  let inString = false;
  let escaped = false;
  for (const character of json) {
    if (inString) {
      inString = escaped || character !== '"';
      escaped = !escaped && character === "\\";
    } else if (character === '"') inString = true;
    else if (opening.has(character)) depth += 1;
    else if (closing.has(character)) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
