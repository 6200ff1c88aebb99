import type { Act, MemberActor, ShellActor } from "../actor.ts";
import { deedOf } from "../deed.ts";
import type { Desk } from "../desk.ts";
import type { MemberId } from "../id.ts";
import { assertAssignable, findMember, refuse } from "./member-authority.ts";
import type { Member } from "./member.ts";
import type { Role } from "./role.ts";

export interface ChangeRoleRequest {
  readonly memberId: MemberId;
  readonly role: Role;
  /** The role that was seen; left out, whichever the member has now. */
  readonly from?: Role;
  /** The member's name for the audit log. */
  readonly label: string;
}

/**
 * Gives a member another role. The keys they answer for shrink or grow with it at once.
 * @throws KeyError `member_not_found`, `role_not_allowed`, `last_owner`, `member_changed`, `rows_unsound`
 */
export async function changeRole(
  desk: Desk,
  act: Act<MemberActor | ShellActor>,
  { memberId, role, from, label }: ChangeRoleRequest,
): Promise<Member> {
  const member = await findMember(desk, act.organizationId, memberId);
  assertAssignable(act.actor, member.role);
  assertAssignable(act.actor, role);
  if (from !== undefined && from !== member.role) refuse("changed");
  if (member.role === role) return member;

  const { organizationId } = act;
  const deed = deedOf(act, {
    action: "member.role_changed",
    object: { type: "member", id: memberId, label },
    before: { role: member.role },
    after: { role },
  });
  const change = { organizationId, memberId, from: member.role, to: role };
  const outcome = await desk.tenancy.changeRole(change, deed);
  if (outcome !== "done") refuse(outcome);
  return { ...member, role };
}
