import type { KeyStatus, OrganizationId } from "../../../lib/api/api-types.ts";
import type { Attention, KeyListSearch } from "../../../lib/search/key-list-search.ts";

/** How near an expiry is when the list calls it near. */
export const nearDays = 14;

/** What the server is asked for when the address says this, whatever the status. */
export function keyQueryOf(organizationId: OrganizationId, search: KeyListSearch) {
  const { q, environment, scope, member, attention, sort } = search;
  return {
    organizationId,
    ...(q !== undefined && { search: q }),
    ...(environment !== undefined && { environment }),
    ...(scope !== undefined && { scope }),
    ...(member !== undefined && { responsibleMemberId: member }),
    ...(attention === "exposed" && { exposed: true as const }),
    ...(attention === "expiring" && { expiresInDays: nearDays }),
    ...(attention === "never_used" && { neverUsed: true as const }),
    ...(isNeed(attention) && { need: attention }),
    ...(sort !== undefined && { sort }),
  };
}

export type StatusAsked = KeyStatus | "in_use" | undefined;

export function statusAsked({ status }: KeyListSearch): StatusAsked {
  return status === "all" ? undefined : (status ?? "in_use");
}

/** What the server finds by its own rules. */
function isNeed(attention: Attention | undefined) {
  return attention === "curtailed" || attention === "safe_to_end" || attention === "unused";
}
