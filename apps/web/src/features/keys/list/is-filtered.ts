import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";

/** Whether the address asks for other keys than the default list has. */
export function isFiltered({ open: _, sort: __, ...filters }: KeyListSearch): boolean {
  return Object.values(filters).some((part) => part !== undefined);
}
