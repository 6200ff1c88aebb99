/** JSON in which fields stand in the order of their names, so that what means the same reads the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function isRecord(part: unknown): part is object {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
