import type { Scope, ScopeReview } from "../../../lib/api/api-types.ts";

/** The scopes that no request needed; none for a key that had no requests, of which nothing is known. */
export function unusedScopesOf({ requests, scopes }: ScopeReview): readonly Scope[] {
  if (requests === 0) return [];
  return scopes.filter((one) => one.requests === 0).map(({ scope }) => scope);
}
