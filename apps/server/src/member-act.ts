import type { Session } from "@katkey/identity";
import type { Act, MemberActor, Membership } from "@katkey/keys";

/** What somebody who is signed in does, as the member that they are there. */
export function memberActOf(
  { id: userId, email }: Session["user"],
  { organization, member }: Membership,
  { now, address, requestId }: Pick<Act, "now" | "address" | "requestId">,
): Act<MemberActor> {
  const actor = { type: "member", userId, email, memberId: member.id, role: member.role } as const;
  return { organizationId: organization.id, actor, now, address, requestId };
}
