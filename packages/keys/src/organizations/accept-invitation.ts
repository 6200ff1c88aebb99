import { eventOf } from "../deed.ts";
import type { Desk } from "../desk.ts";
import { KeyError } from "../errors.ts";
import { createId, type UserId } from "../id.ts";
import type { Invitation, Member } from "./member.ts";
import type { Organization } from "./organization.ts";
import { hashToken } from "../admission/token-hash.ts";
import type { Membership } from "./tenancy-store.ts";

export interface AcceptRequest {
  readonly token: string;
  readonly user: { readonly id: UserId; readonly email: string };
  readonly now: number;
  readonly address: string | null;
  readonly requestId: string | null;
}

/** The open invitation behind a link's token. @throws KeyError `invitation_not_found` */
export async function findInvitation(
  { tenancy }: Pick<Desk, "tenancy">,
  token: string,
  now: number,
): Promise<{ readonly invitation: Invitation; readonly organization: Organization }> {
  const found = await tenancy.findInvitation(hashToken(token), now);
  if (found !== null) return found;
  const message = "This invitation was used, withdrawn or has expired. Ask for a new one.";
  throw new KeyError("invitation_not_found", message);
}

/**
 * Makes the invited user a member, once.
 * @throws KeyError `invitation_not_found`, `invitation_for_other_email`, `member_exists`
 */
export async function acceptInvitation(
  { tenancy, random }: Pick<Desk, "tenancy" | "random">,
  { token, user, now, address, requestId }: AcceptRequest,
): Promise<Membership> {
  const { invitation, organization } = await findInvitation({ tenancy }, token, now);
  if (invitation.email !== user.email) {
    const message = `This invitation is for ${invitation.email}. Sign in with that address.`;
    throw new KeyError("invitation_for_other_email", message);
  }
  const member: Member = {
    id: createId("mem", now, random),
    organizationId: organization.id,
    userId: user.id,
    role: invitation.role,
    joinedAt: now,
  };
  const actor = { type: "user", id: user.id, label: user.email } as const;
  const circumstances = { organizationId: organization.id, now, actor, address, requestId };
  const outcome = await tenancy.acceptInvitation(invitation.id, member, {
    // The link is the right; whether it still holds is for the statement to see.
    standing: null,
    events: [
      eventOf(circumstances, {
        action: "invitation.accepted",
        object: { type: "invitation", id: invitation.id, label: invitation.email },
      }),
      eventOf(circumstances, {
        action: "member.joined",
        object: { type: "member", id: member.id, label: user.email },
        after: { role: member.role },
      }),
    ],
  });
  if (outcome === "member_exists") {
    throw new KeyError("member_exists", `You are a member of ${organization.name} already.`);
  }
  if (outcome === "gone") throw new KeyError("invitation_not_found", "This invitation is no longer open.");
  return { organization, member };
}
