export const homeRanges = ["24h", "30d"] as const;

export type HomeRange = (typeof homeRanges)[number];

/** What the page keeps in the address. Without a range it shows 30 days. */
export interface HomeSearch {
  readonly range?: "24h";
  readonly view?: "table";
}

/** Drops what means nothing. */
export function homeSearchOf(search: Readonly<Record<string, unknown>>): HomeSearch {
  return {
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    range: search["range"] === "24h" ? "24h" : undefined,
    view: search["view"] === "table" ? "table" : undefined,
  };
}
