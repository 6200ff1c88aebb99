import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import type { ChainCheck, ChainPart, ChainPlace } from "../../audit/audit-log.ts";
import { chainStart, faultOf, type ChainId } from "../../audit/audit.ts";
import { auditEntry } from "./audit-schema.ts";
import { entryOf, headOf } from "./audit-trail.ts";
import type { Connection, Executor } from "../executor.ts";
import { readable } from "./find-entries.ts";

/** Entries that are checked before other requests have their turn: a few milliseconds. */
const slice = 250;

/** Whether each entry is what its hash says and follows the one before, up to where the chain was noted to end. */
export async function verifyChain(
  db: Connection,
  organizationId: ChainId,
  { after = { seq: 0, hash: chainStart }, most = Infinity }: ChainPart = {},
): Promise<ChainCheck> {
  let end = after;
  for (;;) {
    const limit = Math.min(slice, after.seq + most - end.seq);
    // Both of one state: an entry that is written meanwhile must not be missed, or be one too many.
    const { entries, head } = db.transaction((tx) => ({
      entries: entriesAfter(tx, organizationId, { seq: end.seq, limit }),
      head: headOf(tx, organizationId),
    }));
    for (const entry of entries) {
      const fault = faultOf(entry, end.seq + 1, end.hash);
      if (fault !== null) return { intact: false, firstBrokenSeq: end.seq + 1, fault };
      end = entry;
    }
    if (entries.length < limit) return verdictOn(end, head);
    if (end.seq - after.seq >= most) return partOf(end, head);
    await nextTurn();
  }
}

/** The entries follow each other up to `end`; they are all of them if the chain was noted to end there. */
function verdictOn(end: ChainPlace, head: ChainPlace): ChainCheck {
  if (end.seq < head.seq) return { intact: false, firstBrokenSeq: end.seq + 1, fault: "missing" };
  return partOf(end, head);
}

function partOf(end: ChainPlace, head: ChainPlace): ChainCheck {
  if (end.seq > head.seq) return { intact: false, firstBrokenSeq: head.seq + 1, fault: "added" };
  if (end.seq === head.seq && end.hash !== head.hash) {
    return { intact: false, firstBrokenSeq: end.seq, fault: "rewritten" };
  }
  return { intact: true, entries: end.seq, head: end.hash, length: head.seq };
}

interface Slice {
  readonly seq: number;
  readonly limit: number;
}

function entriesAfter(db: Executor, organizationId: ChainId, { seq, limit }: Slice) {
  return db
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.organizationId, organizationId), gt(auditEntry.seq, seq), readable))
    .orderBy(asc(auditEntry.seq))
    .limit(limit)
    .all()
    .map(entryOf);
}
