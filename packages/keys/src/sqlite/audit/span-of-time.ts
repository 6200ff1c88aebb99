import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, eq, gte, lt, max, min, sql } from "drizzle-orm";
import type { AuditFilter } from "../../audit/audit-log.ts";
import type { ChainId } from "../../audit/audit.ts";
import type { Executor } from "../executor.ts";
import { auditEntry } from "./audit-schema.ts";

/** Entries from one `seq` to another, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

type Time = Pick<AuditFilter, "from" | "to">;

/** Entries that are looked at before other requests have their turn: a few milliseconds. */
const slice = 5_000;

/**
 * Where the entries of a time are. Among them there can be others: `seq` always grows, but a clock is
 * also set back.
 */
export async function spanOfTime(db: Executor, organizationId: ChainId, { from, to }: Time): Promise<Span> {
  const { at, seq } = auditEntry;
  const ours = eq(auditEntry.organizationId, organizationId);
  const until = to === undefined ? undefined : lt(at, to);
  let span: Span = { first: Infinity, last: 0 };
  // One lower bound at a time: of two, SQLite takes the first, and begins anew with every slice.
  let begin = from === undefined ? undefined : gte(at, from);
  for (;;) {
    const ordered = db.select({ at, seq }).from(auditEntry).orderBy(asc(at), asc(seq));
    const next = ordered
      .where(and(ours, begin, until))
      .limit(1)
      .offset(slice)
      .get();
    const end = next === undefined ? until : sql`(${at}, ${seq}) < (${next.at}, ${next.seq})`;
    const extent = db.select({ first: min(seq), last: max(seq) }).from(auditEntry);
    span = widened(span, extent.where(and(ours, begin, end)).get());
    if (next === undefined) return span;
    begin = sql`(${at}, ${seq}) >= (${next.at}, ${next.seq})`;
    await nextTurn();
  }
}

type Extent = { readonly [Bound in keyof Span]: number | null };

function widened(span: Span, extent: Extent | undefined): Span {
  return {
    first: Math.min(span.first, extent?.first ?? Infinity),
    last: Math.max(span.last, extent?.last ?? 0),
  };
}
