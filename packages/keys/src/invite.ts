import type { Act, MemberActor } from "./actor.ts";
import { eventOf } from "./audit-event.ts";
import type { Desk } from "./desk.ts";
import { KeyError } from "./errors.ts";
import { createId, type InvitationId } from "./id.ts";
import { assertAssignable } from "./member-authority.ts";
import type { Invitation } from "./member.ts";
import type { Role } from "./role.ts";
import { hashToken } from "./token-hash.ts";

const invitationDays = 7;

export interface InviteRequest {
  /** In lower case; only a user with this address can accept. */
  readonly email: string;
  readonly role: Role;
}

/**
 * Offers a membership. The token belongs into a link that the inviter hands over;
 * it is in this answer and nowhere else, and works once within seven days.
 * @throws KeyError `role_not_allowed`
 */
export async function invite(
  desk: Desk,
  act: Act<MemberActor>,
  { email, role }: InviteRequest,
): Promise<{ readonly invitation: Invitation; readonly token: string }> {
  assertAssignable(act.actor.role, role);
  const token = Buffer.from(desk.random(32)).toString("base64url");
  const invitation: Invitation = {
    id: createId("inv", act.now, desk.random),
    organizationId: act.organizationId,
    email,
    role,
    invitedBy: act.actor.email,
    createdAt: act.now,
    expiresAt: act.now + invitationDays * 24 * 60 * 60 * 1_000,
  };
  const event = eventOf(act, "invitation.created", {
    object: { type: "invitation", id: invitation.id, label: email },
    after: { email, role, expiresAt: invitation.expiresAt },
  });
  await desk.tenancy.insertInvitation(invitation, hashToken(token), event);
  return { invitation, token };
}

/** @throws KeyError `role_not_allowed`, `invitation_not_found` */
export async function cancelInvitation(
  desk: Desk,
  act: Act<MemberActor>,
  invitationId: InvitationId,
): Promise<void> {
  assertAssignable(act.actor.role, "viewer");
  const { organizationId, now } = act;
  const open = await desk.tenancy.listInvitations(organizationId, now);
  const invitation = open.find(({ id }) => id === invitationId);
  if (invitation !== undefined) {
    const { email, role } = invitation;
    const object = { type: "invitation", id: invitationId, label: email };
    const event = eventOf(act, "invitation.cancelled", { object, before: { email, role } });
    if (await desk.tenancy.cancelInvitation({ organizationId, invitationId, now }, event)) return;
  }
  throw new KeyError("invitation_not_found", "There is no such open invitation.");
}
