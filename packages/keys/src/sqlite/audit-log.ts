import type { Database } from "better-sqlite3";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { AuditLog } from "../audit-log.ts";
import { chainStart, isChained } from "../audit.ts";
import type { OrganizationId } from "../id.ts";
import { entryOf } from "./audit-trail.ts";
import type { Executor } from "./executor.ts";
import { pageOf } from "./page-of.ts";
import { recorded } from "./recorded.ts";
import { auditEntry } from "./schema.ts";

/** Entries read at a time while a chain is checked. */
const batch = 500;

export function createSqliteAuditLog(database: Database): AuditLog {
  const db = drizzle(database);

  return {
    async append(...events) {
      recorded(db, events, { done: true, change: () => true });
    },

    async list(organizationId, { objectId, action, before, limit }) {
      const rows = db
        .select()
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.organizationId, organizationId),
            objectId === undefined ? undefined : eq(auditEntry.objectId, objectId),
            action === undefined ? undefined : eq(auditEntry.action, action),
            before === undefined ? undefined : lt(auditEntry.seq, before),
          ),
        )
        .orderBy(desc(auditEntry.seq))
        .limit(limit + 1)
        .all();
      return pageOf(rows.map(entryOf), limit, ({ seq }) => String(seq));
    },

    async verify(organizationId) {
      let checked: { readonly seq: number; readonly hash: string } = { seq: 0, hash: chainStart };
      for (;;) {
        const entries = entriesAfter(db, organizationId, checked.seq);
        for (const entry of entries) {
          const seq = checked.seq + 1;
          if (!isChained(entry, seq, checked.hash)) return { intact: false, firstBrokenSeq: seq };
          checked = entry;
        }
        if (entries.length < batch) return { intact: true, entries: checked.seq, head: checked.hash };
        // A long chain must not hold up the requests that wait meanwhile.
        await new Promise(setImmediate);
      }
    },
  };
}

function entriesAfter(db: Executor, organizationId: OrganizationId, seq: number) {
  return db
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.organizationId, organizationId), gt(auditEntry.seq, seq)))
    .orderBy(asc(auditEntry.seq))
    .limit(batch)
    .all()
    .map(entryOf);
}
