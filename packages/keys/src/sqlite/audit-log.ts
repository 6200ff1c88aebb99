import type { Database } from "better-sqlite3";
import { and, asc, eq, gt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { AuditLog, ChainCheck } from "../audit-log.ts";
import { chainStart, isChained } from "../audit.ts";
import type { OrganizationId } from "../id.ts";
import { entryOf, headOf } from "./audit-trail.ts";
import type { Executor } from "./executor.ts";
import { findEntries, readable } from "./find-entries.ts";
import { listActors } from "./list-actors.ts";
import { pageOf } from "./page-of.ts";
import { recorded } from "./recorded.ts";
import { auditEntry } from "./audit-schema.ts";

/** Entries read at a time while a chain is checked. */
const batch = 500;

export function createSqliteAuditLog(database: Database): AuditLog {
  const db = drizzle(database);

  return {
    async append(...events) {
      const [first, ...others] = events;
      if (first === undefined) return;
      const deed = { standing: null, events: [first, ...others] } as const;
      await recorded(db, deed, { done: true, change: () => true });
    },

    async list(organizationId, { before = Infinity, limit, ...filter }) {
      const within = { first: 1, last: before - 1 };
      const rows = await findEntries(db, organizationId, { filter, within, most: limit + 1 });
      return pageOf(rows.map(entryOf), limit, ({ seq }) => String(seq));
    },

    async listActors(organizationId) {
      return listActors(db, organizationId);
    },

    async verify(organizationId) {
      let end = { seq: 0, hash: chainStart };
      for (;;) {
        const { entries, head } = db.transaction((tx) => ({
          entries: entriesAfter(tx, organizationId, end.seq),
          head: headOf(tx, organizationId),
        }));
        for (const entry of entries) {
          const seq = end.seq + 1;
          if (!isChained(entry, seq, end.hash)) return { intact: false, firstBrokenSeq: seq };
          end = entry;
        }
        if (entries.length < batch) return verdictOn(end, head);
        // A long chain must not hold up the requests that wait meanwhile.
        await new Promise(setImmediate);
      }
    },
  };
}

interface Place {
  readonly seq: number;
  readonly hash: string;
}

/** The entries follow each other up to `end`; they are all of them if the chain was noted to end there. */
function verdictOn(end: Place, head: Place): ChainCheck {
  if (end.seq !== head.seq) return { intact: false, firstBrokenSeq: Math.min(end.seq, head.seq) + 1 };
  if (end.hash !== head.hash) return { intact: false, firstBrokenSeq: end.seq };
  return { intact: true, entries: end.seq, head: end.hash };
}

function entriesAfter(db: Executor, organizationId: OrganizationId, seq: number) {
  return db
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.organizationId, organizationId), gt(auditEntry.seq, seq), readable))
    .orderBy(asc(auditEntry.seq))
    .limit(batch)
    .all()
    .map(entryOf);
}
