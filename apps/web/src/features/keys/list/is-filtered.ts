import type { KeyListSearch } from "../../../lib/key-list-search.ts";

/** Whether the address asks for anything but the default list. */
export function isFiltered(search: KeyListSearch): boolean {
  return Object.values(search).some((part) => part !== undefined);
}
