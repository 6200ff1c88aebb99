import type { KeyListSearch } from "../../lib/key-list-search.ts";

/** Whether the address asks for anything but the default list. */
export function isFiltered({ q, status, environment }: KeyListSearch): boolean {
  return q !== undefined || status !== undefined || environment !== undefined;
}
