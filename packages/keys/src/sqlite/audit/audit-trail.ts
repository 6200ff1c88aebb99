import { eq } from "drizzle-orm";
import { chainEntry, chainStart, type AuditEntry, type AuditEvent, type ChainId } from "../../audit/audit.ts";
import type { Executor } from "../executor.ts";
import { auditEntry, auditHead } from "./audit-schema.ts";

/** Adds entries to their organizations' chains. Only inside a transaction that writes. */
export function appendAudit(tx: Executor, ...events: readonly AuditEvent[]): void {
  for (const event of events) {
    const head = headOf(tx, event.organizationId);
    const entry = chainEntry(storable(event), head.seq + 1, head.hash);
    tx.insert(auditEntry).values(rowOf(entry)).run();
    moveHead(tx, entry);
  }
}

function moveHead(tx: Executor, { organizationId, seq, hash }: AuditEntry): void {
  if (seq === 1) tx.insert(auditHead).values({ organizationId, seq, hash }).run();
  else tx.update(auditHead).set({ seq, hash }).where(eq(auditHead.organizationId, organizationId)).run();
}

/** Where an organization's chain ends, as it was noted when the last entry was written. */
export function headOf(db: Executor, organizationId: ChainId): { seq: number; hash: string } {
  const { seq, hash } = auditHead;
  const head = db.select({ seq, hash }).from(auditHead).where(eq(auditHead.organizationId, organizationId));
  return head.get() ?? { seq: 0, hash: chainStart };
}

/** SQLite keeps no half of a surrogate pair: what is hashed must be what is read again. */
function storable(event: AuditEvent): AuditEvent {
  const { actor, object } = event;
  return {
    ...event,
    actor: { ...actor, label: actor.label.toWellFormed() },
    object: { ...object, label: object.label.toWellFormed() },
  };
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
