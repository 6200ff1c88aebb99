import { desc, eq } from "drizzle-orm";
import { chainEntry, chainStart, type AuditEntry, type AuditEvent } from "../audit.ts";
import type { Executor } from "./executor.ts";
import { auditEntry } from "./schema.ts";

/** Adds entries to their organizations' chains. Only inside a transaction that writes. */
export function appendAudit(tx: Executor, ...events: readonly AuditEvent[]): void {
  for (const event of events) {
    const { organizationId } = event;
    const last = tx
      .select({ seq: auditEntry.seq, hash: auditEntry.hash })
      .from(auditEntry)
      .where(eq(auditEntry.organizationId, organizationId))
      .orderBy(desc(auditEntry.seq))
      .limit(1)
      .get();
    const entry = chainEntry(event, (last?.seq ?? 0) + 1, last?.hash ?? chainStart);
    tx.insert(auditEntry).values(rowOf(entry)).run();
  }
}

function rowOf({ actor, object, ...entry }: AuditEntry): typeof auditEntry.$inferInsert {
  return {
    ...entry,
    actorType: actor.type,
    actorId: actor.id,
    actorLabel: actor.label,
    objectType: object.type,
    objectId: object.id,
    objectLabel: object.label,
  };
}

export function entryOf(row: typeof auditEntry.$inferSelect): AuditEntry {
  const { organizationId, seq, at, action, address, requestId, before, after, previousHash, hash } = row;
  return {
    organizationId,
    seq,
    at,
    actor: { type: row.actorType, id: row.actorId, label: row.actorLabel },
    action,
    object: { type: row.objectType, id: row.objectId, label: row.objectLabel },
    address,
    requestId,
    before,
    after,
    previousHash,
    hash,
  };
}
