import type { Act, MemberActor } from "./actor.ts";
import { statusOf } from "./api-key.ts";
import { eventOf } from "./audit-event.ts";
import type { AuditEvent } from "./audit.ts";
import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import type { MemberId } from "./id.ts";
import { findKey } from "./key-authority.ts";
import { findKeyHolder } from "./key-holder.ts";
import { assertAssignable, findMember, refuse } from "./member-authority.ts";
import type { Settlement } from "./tenancy-store.ts";

export interface RemoveMemberRequest {
  readonly memberId: MemberId;
  /** The member's name for the audit log. */
  readonly label: string;
  /** One for each key that they answer for and that is not revoked. */
  readonly settlements: readonly Settlement[];
}

/**
 * Ends a membership and, in the same step, revokes or hands over every key the
 * member answers for, so that nobody leaves access behind. Members may leave by themselves.
 * @throws KeyError `member_not_found`, `key_not_found`, `role_not_allowed`, `last_owner`,
 *   `keys_need_settling`, `member_changed`
 */
export async function removeMember(
  desk: Desk,
  act: Act<MemberActor>,
  request: RemoveMemberRequest,
): Promise<void> {
  const { memberId, settlements } = request;
  const member = await findMember(desk, act, memberId);
  if (memberId !== act.actor.memberId) assertAssignable(act.actor.role, member.role);
  await assertSettlements(desk, act, request);

  const { organizationId, now } = act;
  const removed = eventOf(act, "member.removed", {
    object: { type: "member", id: memberId, label: request.label },
    before: { role: member.role },
  });
  const events = await Promise.all(settlements.map((settlement) => settledEvent(desk, act, settlement)));
  const leaving = { organizationId, memberId, settlements, now };
  const outcome = await desk.tenancy.removeMember(leaving, [removed, ...events]);
  if (outcome === "unsettled") {
    const message = "Decide for each key of this member: revoke it, or hand it to somebody else.";
    throw new KeyError("keys_need_settling", message);
  }
  if (outcome !== "done") refuse(outcome);
}

async function assertSettlements(
  desk: Desk,
  act: Act<MemberActor>,
  { memberId, settlements }: RemoveMemberRequest,
): Promise<void> {
  for (const settlement of settlements) {
    if (settlement.action === "revoke") continue;
    // Whoever leaves by themselves cannot raise their keys to somebody else's role.
    assertAssignable(act.actor.role, "viewer");
    await findKeyHolder(desk, act.organizationId, settlement.to);
    if (settlement.to === memberId) {
      throw new KeyError("keys_need_settling", "A leaving member cannot keep a key.");
    }
  }
}

async function settledEvent(desk: Desk, act: Act<MemberActor>, settlement: Settlement): Promise<AuditEvent> {
  const key = await findKey(desk, act, settlement.keyId);
  const object = { type: "key", id: key.id, label: key.name };
  return settlement.action === "revoke"
    ? eventOf(act, "key.revoked", {
        object,
        before: { status: statusOf(key, act.now) },
        after: { status: "revoked", reason: "member_left", text: null },
      })
    : eventOf(act, "key.handed_over", {
        object,
        before: { responsibleMemberId: key.responsible.memberId },
        after: { responsibleMemberId: settlement.to },
      });
}
