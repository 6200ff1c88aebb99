import { grantIdOf } from "./grant-id.ts";
import type { AccessToken, Client, ClientCredentials, RefreshToken } from "./library.ts";
import { liveGrantOf } from "./live-grant.ts";
import type { OAuthSettings } from "./settings.ts";

type Token = AccessToken | ClientCredentials | RefreshToken;

/** An app may ask about its own tokens, and is told what they are good for now, as the API would judge them. */
export async function mayIntrospect(settings: OAuthSettings, client: Client, token: Token): Promise<boolean> {
  const grantId = grantIdOf(token);
  if (token.clientId !== client.clientId || grantId === null) return false;
  const live = await liveGrantOf(settings, await settings.desk.grants.findLive(grantId));
  if (live === null) return false;
  // The token was read for this answer alone: what its user's role has lost since is left out of it.
  const scopes: readonly string[] = live.scopes;
  const effective = token.scope?.split(" ").filter((scope) => scopes.includes(scope));
  Object.assign(token, { scope: effective?.join(" ") });
  return true;
}
