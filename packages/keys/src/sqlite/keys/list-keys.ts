import { and, sql } from "drizzle-orm";
import type { ApiKey } from "../../keys/api-key.ts";
import type { OrganizationId } from "../../id.ts";
import type { KeyQuery } from "../../keys/key-store.ts";
import type { Page } from "../../page.ts";
import type { Executor } from "../executor.ts";
import { findKeys } from "./find-keys.ts";
import { cursorOf, positionOf } from "./key-cursor.ts";
import { keyFilter } from "./key-filters.ts";
import { orderOf, type KeyPosition } from "./key-order.ts";
import { lookThroughKeys, type KeySearch } from "./look-through-keys.ts";
import { pageOf } from "../page-of.ts";
import { apiKey } from "../schema.ts";

/** So many keys are sooner looked up by their ids than found on the way through all of them. */
const few = 1_000;

/** A page of the organization's keys. Of what is looked through only the keys of the page are fetched. */
export async function listKeys(
  db: Executor,
  organizationId: OrganizationId,
  query: KeyQuery,
): Promise<Page<ApiKey>> {
  const { limit, sort = "-createdAt", cursor, only } = query;
  const search = {
    filter: keyFilter(db, organizationId, query),
    order: orderOf(sort),
    from: cursor === undefined ? undefined : positionOf(sort, cursor),
    only,
    wanted: limit + 1,
  };
  const isFew = only !== undefined && only.size <= few;
  const found = isFew ? lookUpKeys(db, search) : await lookThroughKeys(db, organizationId, search);
  const { items, nextCursor } = pageOf(found, limit, (last) => cursorOf(sort, last));
  const ids = items.map(({ id }) => id);
  return { items: findKeys(db, organizationId, ids), nextCursor };
}

function lookUpKeys(db: Executor, { filter, order, from, only, wanted }: KeySearch): readonly KeyPosition[] {
  const ids = JSON.stringify([...(only ?? [])]);
  // `cross join` keeps SQLite from going through all keys in their order instead.
  const named = sql`(select value as named from json_each(${ids})) cross join ${apiKey} on ${apiKey.id} = named`;
  return db
    .select(order.position)
    .from(named)
    .where(and(filter, from && order.behind(from)))
    .orderBy(...order.by)
    .limit(wanted)
    .all();
}
