import { isId, type OrganizationId } from "@katkey/keys";
import { errors, type KoaContextWithOIDC, type ResourceServer } from "oidc-provider";
import { appScopes } from "./adapter/client-view.ts";
import { apiOf, organizationOfResource } from "./addresses.ts";
import type { Client } from "./library.ts";
import { lifetimes } from "./lifetimes.ts";
import { liveGrantOf, type LiveGrant } from "./live-grant.ts";
import type { OAuthSettings } from "./settings.ts";

/**
 * What a token may be for (RFC 8707): the API, as far as its user's grant goes; or, for an app that asks for itself,
 * one organization's part of it, where a grant of the app is live. @throws InvalidTarget
 */
export async function resourceServerOf(
  settings: OAuthSettings,
  ctx: KoaContextWithOIDC,
  { resource, client }: { readonly resource: string; readonly client: Client },
): Promise<ResourceServer> {
  const audience = {
    audience: resource,
    accessTokenFormat: "opaque",
    accessTokenTTL: lifetimes.AccessToken,
  } as const;
  if (!asksForItself(ctx)) {
    if (resource !== apiOf(settings.origin)) throw new errors.InvalidTarget();
    return { ...audience, scope: scopesOf(client).join(" ") };
  }
  const live = await connectionOf(settings, resource, client.clientId);
  const { params } = ctx.oidc;
  const scope = live.scopes.join(" ");
  // Who names none means all (RFC 6749 §3.3).
  if (params !== undefined && params["scope"] === undefined) params["scope"] = scope;
  if (![...ctx.oidc.requestParamScopes].some((one) => live.scopes.some((granted) => granted === one))) {
    throw new errors.InvalidScope("nothing of the scope was granted", String(params?.["scope"]));
  }
  return { ...audience, scope };
}

/** The grant that an app acts by when it asks for itself: the oldest of this organization. @throws InvalidTarget */
export async function connectionOf(
  settings: OAuthSettings,
  resource: string,
  clientId: string,
): Promise<LiveGrant> {
  const organizationId = organizationOfResource(settings.origin, resource);
  const live = organizationId === null ? null : await liveIn(settings, organizationId, clientId);
  if (live !== null) return live;
  const where = `${apiOf(settings.origin)}/organizations/{id}`;
  throw new errors.InvalidTarget(`resource must be ${where}, of an organization that connected this app`);
}

async function liveIn(
  settings: OAuthSettings,
  organizationId: OrganizationId,
  clientId: string,
): Promise<LiveGrant | null> {
  if (!isId("app", clientId)) return null;
  for (const grant of await settings.desk.grants.listLiveOf(clientId, organizationId)) {
    const live = await liveGrantOf(settings, grant);
    if (live !== null) return live;
  }
  return null;
}

/** The most that an app may ask for. */
export function scopesOf(client: Client): readonly string[] {
  const scopes = client[appScopes];
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [];
}

function asksForItself({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.route === "token" && oidc.params?.["grant_type"] === "client_credentials";
}
