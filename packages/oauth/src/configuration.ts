import { signatureAlgorithms } from "@katkey/keys";
import type { Configuration } from "oidc-provider";
import { appDisabled, appOffered, appOwner, appScopes } from "./adapter/client-view.ts";
import { createAdapter } from "./adapter/create-adapter.ts";
import { apiOf, routes } from "./addresses.ts";
import { assertShortLived } from "./assertions.ts";
import { checkRequest } from "./check-request.ts";
import { renderError } from "./errors.ts";
import { existingGrantOf } from "./existing-grant.ts";
import { addressOfInteraction, createPolicy } from "./interactions.ts";
import { mayIntrospect } from "./introspection.ts";
import { cookieKeyOf, signingKeyOf } from "./keys.ts";
import type { Client } from "./library.ts";
import { lifetimes } from "./lifetimes.ts";
import { resourceServerOf } from "./resources.ts";
import type { OAuthSettings } from "./settings.ts";
import { tokenClaimsOf } from "./token-claims.ts";

/** OAuth 2.0 alone: codes with PKCE for everybody, opaque tokens that rotate, and nothing of OpenID Connect. */
export function configurationOf(settings: OAuthSettings): Configuration {
  const { secret, origin } = settings;
  return {
    adapter: createAdapter(settings),
    jwks: { keys: [signingKeyOf(secret)] },
    cookies: cookiesOf(secret, origin),
    ttl: lifetimes,
    routes,
    clockTolerance: 0,

    responseTypes: ["code"],
    scopes: [],
    claims: {},
    pkce: { required: () => true },
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"],
    assertJwtClientAuthClaimsAndHeader: (_ctx, claims) => assertShortLived(settings, claims),
    clientDefaults: { id_token_signed_response_alg: "EdDSA" },
    enabledJWA: {
      idTokenSigningAlgValues: ["EdDSA"],
      clientAuthSigningAlgValues: [...signatureAlgorithms],
    },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: (_ctx, from, client) => isPageOf(client, from),
    extraClientMetadata: { properties: [appScopes, appDisabled, appOwner, appOffered] },
    extraParams: { organization: (ctx, _value, client) => checkRequest(settings, ctx, client) },
    extraTokenClaims: (_ctx, token) => tokenClaimsOf(settings, token),

    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed("refresh_token"),
    rotateRefreshToken: true,
    // An app works on while nobody is signed in.
    expiresWithSession: () => false,
    // An app that gives a token back has not been disconnected; one whose code or token is shown twice is.
    revokeGrantPolicy: ({ oidc }) => oidc.route !== "revocation",
    loadExistingGrant: (ctx) => existingGrantOf(settings, ctx),
    // That they may still act is for the grant to say, which is asked just before.
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { policy: createPolicy(settings), url: (_ctx, { uid }) => addressOfInteraction(uid) },
    renderError,
    features: featuresOf(settings),
  };
}

function featuresOf(settings: OAuthSettings): NonNullable<Configuration["features"]> {
  const api = apiOf(settings.origin);
  return {
    clientCredentials: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => mayIntrospect(settings, client, token),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: (_ctx, _client, oneOf) => oneOf ?? api,
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource, client) => resourceServerOf(settings, ctx, { resource, client }),
    },
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
  };
}

/** On https the prefix makes browsers refuse a cookie that another host of the domain planted (RFC 6265bis, 4.1.3). */
function cookiesOf(secret: string, origin: string): NonNullable<Configuration["cookies"]> {
  const isSecure = origin.startsWith("https:");
  const flags = { httpOnly: true, sameSite: "lax", signed: true, secure: isSecure } as const;
  const name = (what: string, prefix: string) => (isSecure ? `${prefix}${what}` : what);
  return {
    keys: [cookieKeyOf(secret)],
    names: {
      session: name("katkey-oauth", "__Host-"),
      interaction: name("katkey-connect", "__Secure-"),
      resume: name("katkey-resume", "__Secure-"),
    },
    long: { ...flags, path: "/" },
    short: flags,
  };
}

/** A public app in a browser asks for its tokens from the pages that its codes are sent to. */
function isPageOf({ tokenEndpointAuthMethod, redirectUris = [] }: Client, origin: string): boolean {
  // A scheme of an app's own has the origin that any page without one has.
  if (tokenEndpointAuthMethod !== "none" || origin === "null") return false;
  return redirectUris.some((uri) => URL.parse(uri)?.origin === origin);
}
