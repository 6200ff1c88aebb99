import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, type SQL } from "drizzle-orm";
import type { KeyId, OrganizationId } from "../../id.ts";
import type { Executor } from "../executor.ts";
import { isAmong } from "./key-filters.ts";
import type { KeyOrder, KeyPosition } from "./key-order.ts";
import { apiKey } from "../schema.ts";

/** Which keys of an organization are looked for, and where. */
export interface KeySearch {
  readonly filter: SQL | undefined;
  readonly order: KeyOrder;
  /** Behind this place in the order; `undefined`: from its beginning. */
  readonly from: KeyPosition | undefined;
  /** None but these; `undefined`: any. */
  readonly only: ReadonlySet<KeyId> | undefined;
  /** So many are enough. */
  readonly wanted: number;
}

/** Keys that are looked at before other requests have their turn: a few milliseconds. */
const slice = 10_000;

/** Slice by slice in their order, because one query through all of them would hold up every request of everybody. */
export async function lookThroughKeys(
  db: Executor,
  organizationId: OrganizationId,
  search: KeySearch,
): Promise<readonly KeyPosition[]> {
  const { filter, order } = search;
  const found: KeyPosition[] = [];
  for (let { from } = search; ;) {
    const end = endOfSlice(db, organizationId, { order, from });
    const within = and(filter, from && order.behind(from), end && order.upTo(end));
    const wanted = search.wanted - found.length;
    found.push(...positionsOf(db, { ...search, filter: within, wanted }));
    if (end === undefined || found.length === search.wanted) return found;
    from = end;
    await nextTurn();
  }
}

function positionsOf(db: Executor, search: KeySearch): readonly KeyPosition[] {
  const { filter, only, wanted } = search;
  const { position, source, by } = search.order;
  const kept = only && idsOf(db, search).filter((id) => only.has(id));
  if (kept?.length === 0) return [];
  return db
    .select(position)
    .from(source)
    .where(and(filter, kept && isAmong(kept.slice(0, wanted))))
    .orderBy(...by)
    .limit(wanted)
    .all();
}

/** Of thousands of keys nothing but their ids, and past what drizzle does for each row. */
function idsOf(db: Executor, { filter, order: { position, source, by } }: KeySearch): readonly KeyId[] {
  const matching = db
    .select({ id: position.id })
    .from(source)
    .where(filter)
    .orderBy(...by);
  return db.all<Pick<KeyPosition, "id">>(matching).map(({ id }) => id);
}

/** The last key of the slice; `undefined`: no more keys than a slice holds are left. */
function endOfSlice(
  db: Executor,
  organizationId: OrganizationId,
  { order, from }: Pick<KeySearch, "order" | "from">,
): KeyPosition | undefined {
  return db
    .select(order.position)
    .from(order.source)
    .where(and(eq(apiKey.organizationId, organizationId), from && order.behind(from)))
    .orderBy(...order.by)
    .limit(1)
    .offset(slice - 1)
    .get();
}
