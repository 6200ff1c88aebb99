import type { InvitationId, MemberId, OrganizationId, UserId } from "../id.ts";
import type { Role } from "./role.ts";

/** A user's place in an organization. */
export interface Member {
  readonly id: MemberId;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: Role;
  readonly joinedAt: number;
}

/** An open offer of membership: whoever holds its link and owns its e-mail address may take it once. */
export interface Invitation {
  readonly id: InvitationId;
  readonly organizationId: OrganizationId;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  /** The invitation holds only while this member may still give the role. */
  readonly invitedByMemberId: MemberId;
  readonly createdAt: number;
  readonly expiresAt: number;
}
