import type { Database } from "better-sqlite3";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { AuditLog, ChainCheck } from "../audit-log.ts";
import { chainStart, isChained } from "../audit.ts";
import type { OrganizationId } from "../id.ts";
import { appendAudit, entryOf } from "./audit-trail.ts";
import { pageOf } from "./page-of.ts";
import { auditEntry } from "./schema.ts";

/** Entries read at a time while a chain is checked. */
const batch = 500;

export function createSqliteAuditLog(database: Database): AuditLog {
  const db = drizzle(database);

  function entriesAfter(organizationId: OrganizationId, seq: number) {
    return db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.organizationId, organizationId), gt(auditEntry.seq, seq)))
      .orderBy(asc(auditEntry.seq))
      .limit(batch)
      .all()
      .map(entryOf);
  }

  return {
    async append(...events) {
      db.transaction((tx) => appendAudit(tx, ...events), { behavior: "immediate" });
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

    async verify(organizationId): Promise<ChainCheck> {
      let seq = 0;
      let head = chainStart;
      for (;;) {
        const entries = entriesAfter(organizationId, seq);
        for (const entry of entries) {
          if (!isChained(entry, seq + 1, head)) return { intact: false, firstBrokenSeq: seq + 1 };
          seq = entry.seq;
          head = entry.hash;
        }
        if (entries.length < batch) return { intact: true, entries: seq, head };
        // A long chain must not hold up the requests that wait meanwhile.
        await new Promise(setImmediate);
      }
    },
  };
}
