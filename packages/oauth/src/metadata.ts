import { isGrantableToApps, signatureAlgorithms, type Scope } from "@katkey/keys";
import type { UnknownObject } from "oidc-provider";
import { apiOf, issuerOf, routes } from "./addresses.ts";
import type { OAuthSettings } from "./settings.ts";

type Told = Pick<OAuthSettings, "desk" | "origin">;

const methods = ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"];

/** What a client is told of the authorization server (RFC 8414), without what the library says of OpenID Connect. */
export function metadataOf({ desk, origin }: Told): UnknownObject {
  const issuer = issuerOf(origin);
  return {
    issuer,
    authorization_endpoint: `${issuer}${routes.authorization}`,
    token_endpoint: `${issuer}${routes.token}`,
    revocation_endpoint: `${issuer}${routes.revocation}`,
    introspection_endpoint: `${issuer}${routes.introspection}`,
    pushed_authorization_request_endpoint: `${issuer}${routes.pushed_authorization_request}`,
    require_pushed_authorization_requests: false,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
    code_challenge_methods_supported: ["S256"],
    ...provedBy("token"),
    ...provedBy("revocation"),
    ...provedBy("introspection"),
    authorization_response_iss_parameter_supported: true,
    scopes_supported: grantable(desk.scopes.all),
    protected_resources: [apiOf(origin)],
    service_documentation: `${origin}/docs`,
  };
}

/** What a client is told of the API that the tokens are for (RFC 9728). */
export function protectedResourceOf({ desk, origin }: Told): UnknownObject {
  return {
    resource: apiOf(origin),
    authorization_servers: [issuerOf(origin)],
    scopes_supported: grantable(desk.scopes.all),
    bearer_methods_supported: ["header"],
    resource_documentation: `${origin}/docs`,
  };
}

/** How clients prove at an endpoint who they are. */
function provedBy(endpoint: "token" | "revocation" | "introspection"): UnknownObject {
  return {
    [`${endpoint}_endpoint_auth_methods_supported`]: methods,
    [`${endpoint}_endpoint_auth_signing_alg_values_supported`]: signatureAlgorithms,
  };
}

function grantable(scopes: readonly Scope[]): readonly Scope[] {
  return scopes.filter((scope) => isGrantableToApps(scope));
}
