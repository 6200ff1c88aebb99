import type { KeyView, Role, Scope } from "./api-types.ts";
import { grantableScopes } from "./scopes.ts";

/**
 * What a key may do again once a member with this role is responsible for it: scopes that it has,
 * but cannot use today because its responsible member's role does not allow them.
 */
export function regainedScopes(
  { scopes, effectiveScopes }: Pick<KeyView, "scopes" | "effectiveScopes">,
  role: Role,
): readonly Scope[] {
  const allowed = grantableScopes(role);
  return scopes.filter((scope) => allowed.includes(scope) && !effectiveScopes.includes(scope));
}
