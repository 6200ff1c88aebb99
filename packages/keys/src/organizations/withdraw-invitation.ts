import type { Act, MemberActor } from "../actor.ts";
import { deedOf } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import type { InvitationId } from "../id.ts";
import { assertAssignable } from "./member-authority.ts";

/** Withdraws an open invitation. @throws KeyError `role_not_allowed`, `invitation_not_found` */
export async function withdrawInvitation(
  desk: Desk,
  act: Act<MemberActor>,
  invitationId: InvitationId,
): Promise<void> {
  const { organizationId, now } = act;
  const open = await desk.tenancy.listInvitations(organizationId, now);
  const invitation = open.find(({ id }) => id === invitationId);
  if (invitation === undefined) refuse();
  const { email, role } = invitation;
  assertAssignable(act.actor, role);
  const object = { type: "invitation", id: invitationId, label: email } as const;
  const deed = deedOf(act, { action: "invitation.withdrawn", object, before: { email, role } });
  const change = { organizationId, invitationId, now };
  if (!(await desk.tenancy.withdrawInvitation(change, deed))) refuse();
}

function refuse(): never {
  throw new KeyError("invitation_not_found", "There is no such open invitation.");
}
