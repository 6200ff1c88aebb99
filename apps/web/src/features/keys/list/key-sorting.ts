import type { KeySort } from "../../../lib/api/api-types.ts";
import { keySorts } from "../../../lib/search/key-list-search.ts";

/** What a head's first click does: the newest first, but names from A and the next expiry first. */
const firstSorts = {
  name: "name",
  createdAt: "-createdAt",
  expiresAt: "expiresAt",
} as const satisfies Record<string, KeySort>;

/** The second click turns the order around, and the third ends it. */
export function nextSort(sort: KeySort | undefined, column: string): KeySort | undefined {
  const [first] = Object.entries(firstSorts).flatMap(([key, each]) => (key === column ? [each] : []));
  if (first === undefined || columnOf(sort) !== column) return first;
  return sort === first ? reverseOf(first) : undefined;
}

/** The column that the rows are sorted by; `null`: by none. */
export function columnOf(sort: KeySort | undefined): string | null {
  return sort?.replace("-", "") ?? null;
}

export function isDescending(sort: KeySort | undefined): boolean {
  return sort?.startsWith("-") ?? false;
}

function reverseOf(sort: KeySort): KeySort | undefined {
  return keySorts.find((other) => other !== sort && columnOf(other) === columnOf(sort));
}
