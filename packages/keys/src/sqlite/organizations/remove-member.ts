import { and, eq, isNull, sql } from "drizzle-orm";
import type { Leaving, Settlement } from "../../organizations/tenancy-store.ts";
import type { Executor } from "../executor.ts";
import { canAnswer, isMember, keepsAnOwner, selectMembers } from "./members.ts";
import { apiKey, member } from "../schema.ts";

/** Thrown to roll back a removal that would leave a key behind. */
class Unsettled extends Error {}

export async function unlessUnsettled<Outcome>(
  change: () => Promise<Outcome>,
): Promise<Outcome | "unsettled"> {
  try {
    return await change();
  } catch (cause) {
    if (cause instanceof Unsettled) return "unsettled";
    throw cause;
  }
}

/** Ends the membership, settles the keys, and looks whether one is left. */
export function removeMember(tx: Executor, leaving: Leaving): "done" | "changed" | "last_owner" {
  const { organizationId, memberId, role, settlements, now } = leaving;
  const present = and(isMember(organizationId, memberId), eq(member.role, role));
  if (selectMembers(tx).where(present).get() === undefined) return "changed";
  const safe = and(present, keepsAnOwner(tx, organizationId, memberId));
  if (tx.update(member).set({ removedAt: now }).where(safe).run().changes === 0) return "last_owner";
  for (const settlement of settlements) settle(tx, leaving, settlement);
  if (tx.select({ id: apiKey.id }).from(apiKey).where(isHeldBy(leaving)).get()) throw new Unsettled();
  return "done";
}

function settle(tx: Executor, leaving: Leaving, settlement: Settlement): void {
  if (settlement.action === "hand_over" && !canAnswer(tx, leaving.organizationId, settlement.to)) {
    throw new Unsettled();
  }
  const change =
    settlement.action === "revoke"
      ? { revokedAt: leaving.now, revokedReason: "member_left" as const }
      : { responsibleMemberId: settlement.to, revision: sql`${apiKey.revision} + 1` };
  const match = and(isHeldBy(leaving), eq(apiKey.id, settlement.keyId));
  if (tx.update(apiKey).set(change).where(match).run().changes === 0) throw new Unsettled();
}

function isHeldBy({ organizationId, memberId }: Leaving) {
  return and(
    eq(apiKey.organizationId, organizationId),
    eq(apiKey.responsibleMemberId, memberId),
    isNull(apiKey.revokedAt),
  );
}
