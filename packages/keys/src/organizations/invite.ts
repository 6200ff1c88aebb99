import type { Act, MemberActor } from "../actor.ts";
import { deedOf } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { createId } from "../id.ts";
import { assertAssignable } from "./member-authority.ts";
import type { Invitation } from "./member.ts";
import type { Role } from "./role.ts";
import { hashToken } from "../admission/token-hash.ts";

const invitationDays = 7;

export interface InviteRequest {
  /** In lower case; only a user with this address can accept. */
  readonly email: string;
  readonly role: Role;
}

/**
 * Offers a membership. The token belongs into a link that the inviter hands over;
 * it is in this answer and nowhere else, and works once within seven days, as long
 * as the inviter may give the role.
 * @throws KeyError `role_not_allowed`
 */
export async function invite(
  desk: Desk,
  act: Act<MemberActor>,
  { email, role }: InviteRequest,
): Promise<{ readonly invitation: Invitation; readonly token: string }> {
  assertAssignable(act.actor, role);
  const token = Buffer.from(desk.random(32)).toString("base64url");
  const invitation: Invitation = {
    id: createId("inv", act.now, desk.random),
    organizationId: act.organizationId,
    email,
    role,
    invitedBy: act.actor.email,
    invitedByMemberId: act.actor.memberId,
    createdAt: act.now,
    expiresAt: act.now + invitationDays * 24 * 60 * 60 * 1_000,
  };
  const deed = deedOf(act, {
    action: "invitation.created",
    object: { type: "invitation", id: invitation.id, label: email },
    after: { email, role, expiresAt: invitation.expiresAt },
  });
  await desk.tenancy.insertInvitation(invitation, hashToken(token), deed);
  return { invitation, token };
}
