import type { AppId, GrantId, MemberId, OrganizationId, UserId } from "../id.ts";
import type { Scope } from "../keys/scope.ts";

/**
 * What ended a grant. `disconnected`: somebody of the organization. `reused`: one of its tokens or codes was shown
 * twice. `revoked`: what it rested on went: its member left, or the app is no longer offered.
 */
export const grantEnds = ["disconnected", "reused", "revoked"] as const;

export type GrantEnd = (typeof grantEnds)[number];

/**
 * One organization's leave for one app, given by one of its members, whose role caps it. Never ends by time; once
 * ended, it stays so. Live: not ended, its app not disabled, its member still there, its organization not suspended.
 */
export interface Grant {
  readonly id: GrantId;
  /** Whose data the app works with. */
  readonly organizationId: OrganizationId;
  readonly appId: AppId;
  readonly memberId: MemberId;
  readonly userId: UserId;
  /** What was granted: what of it has effect is decided by the member's role of now. */
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly endedBy: GrantEnd | null;
}
