import type { UnknownObject } from "oidc-provider";
import { grantIdOf } from "./grant-id.ts";
import type { AccessToken, ClientCredentials } from "./library.ts";
import { connectionOf } from "./resources.ts";
import type { OAuthSettings } from "./settings.ts";

/** What introspection says of an access token besides the usual: whose data it is for, and by which grant. */
export async function tokenClaimsOf(
  settings: OAuthSettings,
  token: AccessToken | ClientCredentials,
): Promise<UnknownObject | undefined> {
  const grant = await grantOf(settings, token);
  return grant === null ? undefined : { organization: grant.organizationId, grant: grant.id };
}

async function grantOf(settings: OAuthSettings, token: AccessToken | ClientCredentials) {
  if (token.kind === "ClientCredentials") {
    const { grant } = await connectionOf(settings, String(token.aud), token.clientId ?? "");
    return grant;
  }
  const grantId = grantIdOf(token);
  return grantId === null ? null : settings.desk.grants.find(grantId);
}
