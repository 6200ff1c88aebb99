import type { MemberActor, ShellActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { MemberId, OrganizationId } from "../id.ts";
import type { Member } from "./member.ts";
import { canAnswerForKeys, canAssign, type Role } from "./role.ts";

/** @throws KeyError `member_not_found` */
export async function findMember(
  { tenancy }: Desk,
  organizationId: OrganizationId,
  memberId: MemberId,
): Promise<Member> {
  const member = await tenancy.findMember(organizationId, memberId);
  if (member !== null) return member;
  throw new KeyError("member_not_found", "There is no such member in this organization.");
}

/** Somebody who can be responsible for keys. @throws KeyError `member_not_found`, `role_not_allowed` */
export async function findAnswering(
  desk: Desk,
  organizationId: OrganizationId,
  memberId: MemberId,
): Promise<Member> {
  const member = await findMember(desk, organizationId, memberId);
  if (canAnswerForKeys(member.role)) return member;
  throw new KeyError("role_not_allowed", "A viewer cannot be responsible for keys.");
}

/** Of those who own the organization now, whoever joined first. @throws KeyError `member_not_found` */
export async function firstOwner({ tenancy }: Desk, organizationId: OrganizationId): Promise<Member> {
  const owner = (await tenancy.listMembers(organizationId)).find(({ role }) => role === "owner");
  if (owner !== undefined) return owner;
  throw new KeyError("member_not_found", "Nobody owns this organization.");
}

/** @throws KeyError `role_not_allowed` when the actor cannot give or take `role`. */
export function assertAssignable(actor: MemberActor | ShellActor, role: Role): void {
  if (actor.type === "shell" || canAssign(actor.role, role)) return;
  const message =
    role === "owner" ? "Only owners decide about owners." : "Only owners and admins decide about members.";
  throw new KeyError("role_not_allowed", message);
}

/** The refusals that changing and removing a member share. */
export function refuse(outcome: "changed" | "last_owner"): never {
  throw outcome === "last_owner"
    ? new KeyError("last_owner", "An organization needs an owner. Make somebody else one first.")
    : new KeyError("member_changed", "Somebody else has just changed this member. Look again.");
}
