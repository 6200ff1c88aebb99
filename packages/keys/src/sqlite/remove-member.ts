import { and, eq, exists, isNull, sql } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { AuditEvent } from "../audit.ts";
import type { MemberId, OrganizationId } from "../id.ts";
import type { Leaving, Settlement } from "../tenancy-store.ts";
import { appendAudit } from "./audit-trail.ts";
import type { Executor } from "./executor.ts";
import { apiKey, member } from "./schema.ts";

/** Thrown to roll back a removal that leaves a key behind. */
class Unsettled extends Error {}

export function removeMember(
  db: BetterSQLite3Database,
  leaving: Leaving,
  events: readonly [AuditEvent, ...AuditEvent[]],
): "done" | "changed" | "last_owner" | "unsettled" {
  try {
    return db.transaction((tx) => remove(tx, leaving, events), { behavior: "immediate" });
  } catch (cause) {
    if (cause instanceof Unsettled) return "unsettled";
    throw cause;
  }
}

function remove(tx: Executor, leaving: Leaving, events: readonly [AuditEvent, ...AuditEvent[]]) {
  const { organizationId, memberId, settlements, now } = leaving;
  const present = and(
    eq(member.organizationId, organizationId),
    eq(member.id, memberId),
    isNull(member.removedAt),
  );
  if (!tx.select({ id: member.id }).from(member).where(present).get()) return "changed";
  const safe = and(present, keepsAnOwner(tx, organizationId, memberId));
  if (tx.update(member).set({ removedAt: now }).where(safe).run().changes === 0) return "last_owner";
  for (const settlement of settlements) settle(tx, leaving, settlement);
  if (tx.select({ id: apiKey.id }).from(apiKey).where(heldBy(leaving)).get()) throw new Unsettled();
  appendAudit(tx, ...events);
  return "done";
}

function settle(tx: Executor, leaving: Leaving, settlement: Settlement): void {
  const change =
    settlement.action === "revoke"
      ? { revokedAt: leaving.now, revokedReason: "member_left" as const }
      : { responsibleMemberId: settlement.to, revision: sql`${apiKey.revision} + 1` };
  const match = and(heldBy(leaving), eq(apiKey.id, settlement.keyId));
  if (tx.update(apiKey).set(change).where(match).run().changes === 0) throw new Unsettled();
}

function heldBy({ organizationId, memberId }: Leaving) {
  return and(
    eq(apiKey.organizationId, organizationId),
    eq(apiKey.responsibleMemberId, memberId),
    isNull(apiKey.revokedAt),
  );
}

/** True for a member without whom somebody else still owns the organization. */
export function keepsAnOwner(tx: Executor, organizationId: OrganizationId, memberId: MemberId) {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(sql`member as other`)
      .where(
        sql`other.organization_id = ${organizationId} and other.id <> ${memberId}
          and other.role = 'owner' and other.removed_at is null`,
      ),
  );
}
