import type { Act, MemberActor, ShellActor } from "../actor.ts";
import { statusOf } from "../keys/api-key.ts";
import { deedOf, keyObject, type Told } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { MemberId } from "../id.ts";
import { findKey } from "../keys/key-authority.ts";
import { assertAssignable, findAnswering, findMember, refuse } from "./member-authority.ts";
import { isManager } from "./role.ts";
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
 * member answers for and ends every grant they gave, so that nobody leaves access behind. Members may leave by themselves.
 * @throws KeyError `member_not_found`, `key_not_found`, `role_not_allowed`, `last_owner`,
 *   `keys_need_settling`, `member_changed`, `rows_unsound` of who takes the keys
 */
export async function removeMember(
  desk: Desk,
  act: Act<MemberActor | ShellActor>,
  request: RemoveMemberRequest,
): Promise<void> {
  const { organizationId, now, actor } = act;
  const { memberId, settlements, label } = request;
  const { role } = await findMember(desk, organizationId, memberId);
  const leavesThemselves = actor.type === "member" && memberId === actor.memberId;
  if (!leavesThemselves) assertAssignable(actor, role);
  for (const settlement of settlements) await assertSettlement(desk, act, { memberId, settlement });

  const removed = {
    action: "member.removed",
    object: { type: "member", id: memberId, label },
    before: { role },
  } as const;
  const settled = await Promise.all(settlements.map((settlement) => tellSettled(desk, act, settlement)));
  const leaving = { organizationId, memberId, role, settlements, now };
  const outcome = await desk.tenancy.removeMember(leaving, deedOf(act, removed, ...settled));
  if (outcome === "unsettled") {
    const message = "Decide for each key of this member: revoke it, or hand it to somebody else.";
    throw new KeyError("keys_need_settling", message);
  }
  if (outcome !== "done") refuse(outcome);
}

interface Decision {
  readonly memberId: MemberId;
  readonly settlement: Settlement;
}

async function assertSettlement(
  desk: Desk,
  act: Act<MemberActor | ShellActor>,
  { memberId, settlement }: Decision,
): Promise<void> {
  if (settlement.action === "revoke") return;
  // Whoever leaves by themselves cannot raise their keys to somebody else's role.
  if (act.actor.type === "member" && !isManager(act.actor.role)) {
    throw new KeyError("role_not_allowed", "Only owners and admins can hand a key over.");
  }
  if (settlement.to === memberId) {
    throw new KeyError("keys_need_settling", "A leaving member cannot keep a key.");
  }
  await findAnswering(desk, act.organizationId, settlement.to);
}

async function tellSettled(
  desk: Desk,
  act: Act<MemberActor | ShellActor>,
  settlement: Settlement,
): Promise<Told> {
  const key = await findKey(desk, act, settlement.keyId);
  const object = keyObject(key);
  return settlement.action === "revoke"
    ? {
        action: "key.revoked",
        object,
        before: { status: statusOf(key, act.now) },
        after: { status: "revoked", reason: "member_left", text: null },
      }
    : {
        action: "key.handed_over",
        object,
        before: { responsibleMemberId: key.responsible.memberId },
        after: { responsibleMemberId: settlement.to },
      };
}
