import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { ApiKey } from "../api-key.ts";
import type { OrganizationId } from "../id.ts";
import type { KeyQuery } from "../key-store.ts";
import type { Page } from "../page.ts";
import type { Executor } from "./executor.ts";
import { findKeys } from "./find-keys.ts";
import { cursorOf, positionOf } from "./key-cursor.ts";
import { keyFilter } from "./key-filters.ts";
import { orderOf, type KeyOrder, type KeyPosition } from "./key-order.ts";
import { pageOf } from "./page-of.ts";
import { apiKey } from "./schema.ts";

/** Keys that are looked at before other requests have their turn: a few milliseconds. */
const slice = 10_000;

/**
 * Looks through the organization's keys in their order, slice by slice, because one query through all of them would
 * hold up every request of everybody. Only the keys of the page are fetched.
 */
export async function listKeys(
  db: Executor,
  organizationId: OrganizationId,
  query: KeyQuery,
): Promise<Page<ApiKey>> {
  const { limit, sort = "-createdAt", cursor } = query;
  const order = orderOf(sort);
  const filter = keyFilter(db, organizationId, query);
  const found: KeyPosition[] = [];
  let from = cursor === undefined ? undefined : positionOf(sort, cursor);
  for (;;) {
    const end = endOfSlice(db, organizationId, { order, from });
    const match = and(filter, from && order.behind(from), end && order.upTo(end));
    const wanted = limit + 1 - found.length;
    found.push(...positionsOf(db, match, { ...query, order, wanted }));
    if (end === undefined || found.length > limit) break;
    from = end;
    await nextTurn();
  }
  const { items, nextCursor } = pageOf(found, limit, (last) => cursorOf(sort, last));
  const ids = items.map(({ id }) => id);
  return { items: findKeys(db, organizationId, ids), nextCursor };
}

interface Slice extends Pick<KeyQuery, "only" | "without"> {
  readonly order: KeyOrder;
  readonly wanted: number;
}

function positionsOf(
  db: Executor,
  match: SQL | undefined,
  { order, only, without, wanted }: Slice,
): readonly KeyPosition[] {
  const kept =
    (only ?? without) &&
    idsOf(db, match, order).filter((id) => only?.has(id) !== false && without?.has(id) !== true);
  if (kept?.length === 0) return [];
  const { position, source, by } = order;
  const among = kept && inArray(apiKey.id, kept.slice(0, wanted));
  return db
    .select(position)
    .from(source)
    .where(and(match, among))
    .orderBy(...by)
    .limit(wanted)
    .all();
}

/** Of thousands of keys nothing but their ids, and past what drizzle does for each row. */
function idsOf(db: Executor, match: SQL | undefined, { position: { id }, source, by }: KeyOrder) {
  const matching = db
    .select({ id })
    .from(source)
    .where(match)
    .orderBy(...by);
  return db.all<Pick<KeyPosition, "id">>(matching).map((key) => key.id);
}

interface SliceStart {
  readonly order: KeyOrder;
  readonly from: KeyPosition | undefined;
}

/** The last key of the slice; `undefined`: no more keys than a slice holds are left. */
function endOfSlice(db: Executor, organizationId: OrganizationId, { order, from }: SliceStart) {
  return db
    .select(order.position)
    .from(order.source)
    .where(and(eq(apiKey.organizationId, organizationId), from && order.behind(from)))
    .orderBy(...order.by)
    .limit(1)
    .offset(slice - 1)
    .get();
}
