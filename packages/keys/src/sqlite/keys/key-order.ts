import { asc, desc, gt, gte, lt, lte, sql } from "drizzle-orm";
import type { KeyId } from "../../id.ts";
import type { KeySort } from "../../keys/key-sort.ts";
import { apiKey } from "../schema.ts";

/** Where a key stands in an order: at its value, and among those with the same by its id. */
export interface KeyPosition {
  readonly value: string | number;
  readonly id: KeyId;
}

const { id, nameFolded, expiryOrder } = apiKey;

const byCreation = { column: id, index: "api_key_by_creation" } as const;
const byName = { column: nameFolded, index: "api_key_by_name" } as const;
const byExpiry = { column: expiryOrder, index: "api_key_by_expiry" } as const;

const up = { direction: asc, beyond: gt, within: lte } as const;
const down = { direction: desc, beyond: lt, within: gte } as const;

const orders = {
  createdAt: { ...byCreation, ...up },
  "-createdAt": { ...byCreation, ...down },
  name: { ...byName, ...up },
  "-name": { ...byName, ...down },
  expiresAt: { ...byExpiry, ...up },
  "-expiresAt": { ...byExpiry, ...down },
} as const satisfies Record<KeySort, object>;

/** An order of an organization's keys, as its index has them, from either end. */
export function orderOf(sort: KeySort) {
  const { column, index, direction, beyond, within } = orders[sort];
  // Ids are in the order of time.
  const isById = column === id;
  const place = isById ? sql`${id}` : sql`(${column}, ${id})`;
  const at = ({ value, ...key }: KeyPosition) => (isById ? sql`${key.id}` : sql`(${value}, ${key.id})`);
  return {
    // Named, because SQLite knows too little of what is in them to find the one that it has to fetch no key for.
    source: sql`${apiKey} indexed by ${sql.identifier(index)}`,
    position: { value: sql<KeyPosition["value"]>`${column}`, id: sql<KeyId>`${id}` },
    by: isById ? [direction(id)] : [direction(column), direction(id)],
    behind: (position: KeyPosition) => beyond(place, at(position)),
    upTo: (position: KeyPosition) => within(place, at(position)),
  };
}

export type KeyOrder = ReturnType<typeof orderOf>;
