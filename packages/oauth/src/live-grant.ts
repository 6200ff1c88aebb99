import type { Grant, Scope } from "@katkey/keys";
import type { OAuthSettings } from "./settings.ts";

/** A grant that has effect, and how much of it does. */
export interface LiveGrant {
  readonly grant: Grant;
  /** What was granted, as far as the role of who granted it allows it now. */
  readonly scopes: readonly Scope[];
}

type Judging = Pick<OAuthSettings, "desk" | "isBanned">;

/** Adds to what the store of grants knows what it cannot: who is banned, and what the role allows. */
export async function liveGrantOf(
  { desk, isBanned }: Judging,
  grant: Grant | null,
): Promise<LiveGrant | null> {
  if (grant === null || isBanned(grant.userId)) return null;
  const membership = await desk.tenancy.findMembership(grant.organizationId, grant.userId);
  if (membership?.member.id !== grant.memberId) return null;
  return { grant, scopes: desk.scopes.effective(grant.scopes, membership.member.role) };
}
