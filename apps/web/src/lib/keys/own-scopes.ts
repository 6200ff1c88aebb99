import type { Scope } from "../api/api-types.ts";
import { useMe } from "../sign-in/session.ts";

/** What the company's own API asks of keys, besides the built-in scopes. */
export function useOwnScopes(): readonly Scope[] {
  return useMe().ownScopes;
}
