import type { Deed } from "../deed.ts";
import type { InvitationId, KeyId, MemberId, OrganizationId, UserId } from "../id.ts";
import type { Invitation, Member } from "./member.ts";
import type { OrganizationPatch } from "./organization-change.ts";
import type { Organization } from "./organization.ts";
import type { Page } from "../page.ts";
import type { Plan } from "./plan.ts";
import type { Role } from "./role.ts";

/** A user's place, with the organization it is in. */
export interface Membership {
  readonly organization: Organization;
  readonly member: Member;
}

export interface OrganizationQuery {
  /** Finds parts of names, and whole ids. */
  readonly search?: string;
  readonly plan?: Plan;
  readonly suspended?: boolean;
  /** Organizations that were made after this one. */
  readonly after?: OrganizationId;
  readonly limit: number;
}

/** What becomes of one key when its responsible member leaves. */
export type Settlement =
  | { readonly keyId: KeyId; readonly action: "revoke" }
  | { readonly keyId: KeyId; readonly action: "hand_over"; readonly to: MemberId };

export interface Leaving {
  readonly organizationId: OrganizationId;
  readonly memberId: MemberId;
  /** The role they had when it was decided that they may be removed. */
  readonly role: Role;
  readonly settlements: readonly Settlement[];
  readonly now: number;
}

/**
 * Organizations, members and invitations. Each method is one atomic unit, audit entries included.
 * @throws KeyError `authority_lost`, `busy`, as the key store
 */
export interface TenancyStore {
  /** The organization and its first owner. */
  insertOrganization(organization: Organization, owner: Member, deed: Deed): Promise<void>;
  findOrganization(organizationId: OrganizationId): Promise<Organization | null>;
  /** Of the installation, oldest first: for the operator. */
  listOrganizations(query: OrganizationQuery): Promise<Page<Organization>>;
  /** `false`: it is no longer at `revision`. */
  changeOrganization(
    change: {
      readonly organizationId: OrganizationId;
      readonly revision: number;
      readonly patch: OrganizationPatch;
    },
    deed: Deed,
  ): Promise<boolean>;
  findMembership(organizationId: OrganizationId, userId: UserId): Promise<Membership | null>;
  /** Oldest organization first. */
  listMemberships(userId: UserId): Promise<readonly Membership[]>;
  /** `null` also for a member who has left. */
  findMember(organizationId: OrganizationId, memberId: MemberId): Promise<Member | null>;
  /** In the order in which they joined. */
  listMembers(organizationId: OrganizationId): Promise<readonly Member[]>;
  /** `changed`: the role was no longer `from`. `last_owner`: nobody would be left to own it. */
  changeRole(
    change: {
      readonly organizationId: OrganizationId;
      readonly memberId: MemberId;
      readonly from: Role;
      readonly to: Role;
    },
    deed: Deed,
  ): Promise<"done" | "changed" | "last_owner">;
  /**
   * Removes a member, settles every key they answer for and ends the grants they gave, each with an entry. `changed`: the role was no longer `role`.
   * `unsettled`: a key that is not revoked lacks a settlement, or a settlement does not fit.
   */
  removeMember(leaving: Leaving, deed: Deed): Promise<"done" | "changed" | "last_owner" | "unsettled">;

  insertInvitation(invitation: Invitation, tokenHash: Uint8Array, deed: Deed): Promise<void>;
  /** Open ones, newest first: not used, not withdrawn, not expired, and the inviter may still give the role. */
  listInvitations(organizationId: OrganizationId, now: number): Promise<readonly Invitation[]>;
  /** `null` when it is not open any more. */
  findInvitation(
    tokenHash: Uint8Array,
    now: number,
  ): Promise<{ readonly invitation: Invitation; readonly organization: Organization } | null>;
  /** `false`: it was not open any more. */
  withdrawInvitation(
    change: {
      readonly organizationId: OrganizationId;
      readonly invitationId: InvitationId;
      readonly now: number;
    },
    deed: Deed,
  ): Promise<boolean>;
  /** `gone`: not open any more, or for this user, who is banned. `member_exists`: the user is in already. */
  acceptInvitation(
    invitationId: InvitationId,
    member: Member,
    deed: Deed,
  ): Promise<"accepted" | "gone" | "member_exists">;
}
