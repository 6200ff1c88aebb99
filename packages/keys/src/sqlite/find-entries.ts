import { setImmediate as nextTurn } from "node:timers/promises";
import { and, desc, eq, gte, inArray, isNull, lt, lte, max, sql, type SQL } from "drizzle-orm";
import type { AuditFilter } from "../audit-log.ts";
import type { OrganizationId } from "../id.ts";
import type { Executor } from "./executor.ts";
import { auditEntry } from "./audit-schema.ts";
import { spanOfTime, type Span } from "./span-of-time.ts";

/** Entries that are looked at before other requests have their turn: a few milliseconds. */
const slice = 5_000;

interface Wanted {
  readonly filter: AuditFilter;
  /** Only entries with such a `seq`. */
  readonly within: Span;
  readonly most: number;
}

/** The newest entries that are asked for. What no index finds alone is searched slice by slice. */
export async function findEntries(db: Executor, organizationId: OrganizationId, wanted: Wanted) {
  const { filter, most } = wanted;
  const { first, last } = await spanOf(db, organizationId, wanted);
  const { index, conditions, compared } = searchFor(filter);
  const length = compared ? slice : Infinity;
  const rows: (typeof auditEntry.$inferSelect)[] = [];
  for (let end = last; end >= first && rows.length < most; end -= length) {
    if (end < last) await nextTurn();
    const match = and(
      between(organizationId, { first: Math.max(first, end - length + 1), last: end }),
      ...conditions,
    );
    const found = sql`(select seq from ${auditEntry} indexed by ${index} where ${match} order by seq desc limit ${most - rows.length})`;
    rows.push(...entriesAt(db, organizationId, found));
  }
  return rows;
}

function entriesAt(db: Executor, organizationId: OrganizationId, places: SQL) {
  const match = and(eq(auditEntry.organizationId, organizationId), inArray(auditEntry.seq, places));
  return db.select().from(auditEntry).where(match).orderBy(desc(auditEntry.seq)).all();
}

async function spanOf(db: Executor, organizationId: OrganizationId, { filter, within }: Wanted) {
  const timed = filter.from !== undefined || filter.to !== undefined;
  const span = timed
    ? await spanOfTime(db, organizationId, filter)
    : { first: 1, last: lastSeq(db, organizationId) };
  return { first: Math.max(within.first, span.first), last: Math.min(within.last, span.last) };
}

/** Asked of the entries: where the chain was noted to end, somebody can have changed. */
function lastSeq(db: Executor, organizationId: OrganizationId): number {
  const ofOrganization = eq(auditEntry.organizationId, organizationId);
  return (
    db
      .select({ seq: max(auditEntry.seq) })
      .from(auditEntry)
      .where(ofOrganization)
      .get()?.seq ?? 0
  );
}

function between(organizationId: OrganizationId, { first, last }: Span) {
  const { seq } = auditEntry;
  return and(eq(auditEntry.organizationId, organizationId), gte(seq, first), lte(seq, last));
}

/**
 * The index is named, because SQLite does not know how many entries are of one kind. That of the object comes
 * first: fewest entries are about one. `compared`: there is more to it than the index finds.
 */
function searchFor({ objectId, actorId, action, from, to }: AuditFilter) {
  const indexed = [
    ...(objectId === undefined ? [] : [{ index: "object", is: eq(auditEntry.objectId, objectId) }]),
    ...(actorId === undefined ? [] : [{ index: "actor", is: isActor(actorId) }]),
    ...(action === undefined ? [] : [{ index: "action", is: eq(auditEntry.action, action) }]),
  ];
  const timed = [
    ...(from === undefined ? [] : [gte(auditEntry.at, from)]),
    ...(to === undefined ? [] : [lt(auditEntry.at, to)]),
  ];
  const index =
    indexed[0] === undefined ? "sqlite_autoindex_audit_entry_1" : `audit_entry_by_${indexed[0].index}`;
  return {
    index: sql.identifier(index),
    conditions: [...indexed.map(({ is }) => is), ...timed, readable],
    compared: indexed.length > 1 || timed.length > 0,
  };
}

function isActor(actorId: string | null) {
  return actorId === null ? isNull(auditEntry.actorId) : eq(auditEntry.actorId, actorId);
}

/** An entry that somebody has made unreadable is left out, and missed like one that was taken away. */
export const readable = sql`coalesce(json_valid(${auditEntry.before}), 1) and coalesce(json_valid(${auditEntry.after}), 1) and typeof(${auditEntry.at}) = 'integer'`;
