import { isId, type OrganizationId } from "@katkey/keys";

/** Where the protocol is mounted: the path of the issuer. */
export const mountPath = "/oauth";

/** Below the mount. */
export const routes = {
  authorization: "/authorize",
  token: "/token",
  revocation: "/revoke",
  introspection: "/introspect",
  pushed_authorization_request: "/par",
  jwks: "/jwks",
} as const;

export function issuerOf(origin: string): string {
  return `${origin}${mountPath}`;
}

/** What tokens are for (RFC 8707): the REST API of this installation. */
export function apiOf(origin: string): string {
  return `${origin}/v1`;
}

/** Whose part of the API it is, which an app can ask a token for by itself; `null`: it is no such resource. */
export function organizationOfResource(origin: string, resource: string): OrganizationId | null {
  const start = `${apiOf(origin)}/organizations/`;
  const id = resource.startsWith(start) ? resource.slice(start.length) : "";
  return isId("org", id) ? id : null;
}
