import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import type { MemberId, OrganizationId } from "./id.ts";
import type { Member } from "./member.ts";
import { canHoldKeys } from "./role.ts";

/** A member who can answer for keys. @throws KeyError `member_not_found`, `role_not_allowed` */
export async function findKeyHolder(
  desk: Desk,
  organizationId: OrganizationId,
  memberId: MemberId,
): Promise<Member> {
  const member = await desk.tenancy.findMember(organizationId, memberId);
  if (member === null) throw new KeyError("member_not_found", "There is no such member.");
  if (!canHoldKeys(member.role)) {
    throw new KeyError("role_not_allowed", "A viewer cannot be responsible for keys.");
  }
  return member;
}
