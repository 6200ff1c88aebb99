/** Tells from the text, before it is parsed, whether JSON nests too deep for whatever walks it later. */
export function isNestedDeeperThan(most: number, json: string): boolean {
  let depth = 0;
  for (const [part] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (part === "{" || part === "[") depth += 1;
    if (part === "}" || part === "]") depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
