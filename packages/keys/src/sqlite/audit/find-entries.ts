import { setImmediate as nextTurn } from "node:timers/promises";
import { and, desc, eq, gte, inArray, isNull, lt, lte, max, sql, type SQL } from "drizzle-orm";
import type { AuditFilter } from "../../audit/audit-log.ts";
import type { ChainId } from "../../audit/audit.ts";
import type { Executor } from "../executor.ts";
import { auditEntry } from "./audit-schema.ts";
import { spanOfTime, type Span } from "./span-of-time.ts";

/** Entries that are looked at before other requests have their turn: a few milliseconds. */
const slice = 5_000;

interface Asked {
  readonly filter: AuditFilter;
  /** Only entries with such a `seq`. */
  readonly within: Span;
}

interface Wanted extends Asked {
  readonly oldestFirst: boolean;
  readonly most: number;
}

/** The newest entries that are asked for, or the oldest. What no index finds alone is searched slice by slice. */
export async function findEntries(db: Executor, organizationId: ChainId, wanted: Wanted) {
  const { most, oldestFirst } = wanted;
  const order = sql.raw(oldestFirst ? "asc" : "desc");
  const rows: (typeof auditEntry.$inferSelect)[] = [];
  for await (const matching of slicesOf(db, organizationId, wanted)) {
    const limit = most - rows.length;
    const places = sql`(select seq ${matching} order by seq ${order} limit ${limit})`;
    const found = entriesAt(db, organizationId, places);
    rows.push(...(oldestFirst ? found.toReversed() : found));
    if (rows.length === most) break;
  }
  return rows;
}

/** How many entries are asked for. */
export async function countEntries(db: Executor, organizationId: ChainId, asked: Asked) {
  let count = 0;
  for await (const matching of slicesOf(db, organizationId, { ...asked, oldestFirst: true, whole: false })) {
    count += db.get<{ count: number }>(sql`select count(*) as count ${matching}`).count;
  }
  return count;
}

interface Slicing extends Asked {
  readonly oldestFirst: boolean;
  /** False: also what an index finds alone goes in slices, for all of it is read. */
  readonly whole?: boolean;
}

/** What is asked for, each slice as the second half of a `select`; between two, other requests have their turn. */
async function* slicesOf(db: Executor, organizationId: ChainId, slicing: Slicing): AsyncGenerator<SQL> {
  const { filter, oldestFirst, whole = true } = slicing;
  const { first, last } = await spanOf(db, organizationId, slicing);
  const { index, conditions, compared } = searchFor(filter);
  const length = compared || !whole ? slice : last - first + 1;
  for (let done = 0; first + done <= last; done += length) {
    if (done > 0) await nextTurn();
    const begin = oldestFirst ? first + done : Math.max(first, last - done - length + 1);
    const end = oldestFirst ? Math.min(last, begin + length - 1) : last - done;
    const match = and(between(organizationId, { first: begin, last: end }), ...conditions);
    yield sql`from ${auditEntry} indexed by ${index} where ${match}`;
  }
}

function entriesAt(db: Executor, organizationId: ChainId, places: SQL) {
  const match = and(eq(auditEntry.organizationId, organizationId), inArray(auditEntry.seq, places));
  return db.select().from(auditEntry).where(match).orderBy(desc(auditEntry.seq)).all();
}

async function spanOf(db: Executor, organizationId: ChainId, { filter, within }: Asked) {
  const timed = filter.from !== undefined || filter.to !== undefined;
  const span = timed
    ? await spanOfTime(db, organizationId, filter)
    : { first: 1, last: lastSeq(db, organizationId) };
  return { first: Math.max(within.first, span.first), last: Math.min(within.last, span.last) };
}

/** Asked of the entries: where the chain was noted to end, somebody can have changed. */
function lastSeq(db: Executor, organizationId: ChainId): number {
  const ofOrganization = eq(auditEntry.organizationId, organizationId);
  return (
    db
      .select({ seq: max(auditEntry.seq) })
      .from(auditEntry)
      .where(ofOrganization)
      .get()?.seq ?? 0
  );
}

function between(organizationId: ChainId, { first, last }: Span) {
  const { seq } = auditEntry;
  return and(eq(auditEntry.organizationId, organizationId), gte(seq, first), lte(seq, last));
}

/**
 * The index is named, because SQLite does not know how many entries are of one kind. That of the object comes
 * first: fewest entries are about one. `compared`: there is more to it than the index finds.
 */
function searchFor({ objectId, actorId, actorType, action, from, to }: AuditFilter) {
  const indexed = [
    ...(objectId === undefined ? [] : [{ index: "object", is: eq(auditEntry.objectId, objectId) }]),
    ...(actorId === undefined ? [] : [{ index: "actor", is: isActor(actorId) }]),
    ...(action === undefined ? [] : [{ index: "action", is: eq(auditEntry.action, action) }]),
  ];
  const others = [
    ...(actorType === undefined ? [] : [eq(auditEntry.actorType, actorType)]),
    ...(from === undefined ? [] : [gte(auditEntry.at, from)]),
    ...(to === undefined ? [] : [lt(auditEntry.at, to)]),
  ];
  const index =
    indexed[0] === undefined ? "sqlite_autoindex_audit_entry_1" : `audit_entry_by_${indexed[0].index}`;
  return {
    index: sql.identifier(index),
    conditions: [...indexed.map(({ is }) => is), ...others, readable],
    compared: indexed.length > 1 || others.length > 0,
  };
}

function isActor(actorId: string | null) {
  return actorId === null ? isNull(auditEntry.actorId) : eq(auditEntry.actorId, actorId);
}

/** An entry that somebody has made unreadable is left out, and missed like one that was taken away. */
export const readable = sql`coalesce(json_valid(${auditEntry.before}), 1) and coalesce(json_valid(${auditEntry.after}), 1) and typeof(${auditEntry.at}) = 'integer'`;
