import type { KeyView, Role, Scope } from "../api/api-types.ts";
import { grantableScopes } from "./scopes.ts";

/**
 * What a key may do again once a member with this role is responsible for it: scopes that it has,
 * but cannot use today because its responsible member's role does not allow them.
 */
export function regainedScopes(
  { scopes, effectiveScopes }: Pick<KeyView, "scopes" | "effectiveScopes">,
  { role, own }: { readonly role: Role; readonly own: readonly Scope[] },
): readonly Scope[] {
  const allowed = grantableScopes(role, own);
  return scopes.filter((scope) => allowed.includes(scope) && !effectiveScopes.includes(scope));
}
