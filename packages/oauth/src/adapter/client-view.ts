import { isId, type PartnerApp } from "@katkey/keys";
import type { Adapter, AdapterPayload } from "oidc-provider";
import type { OAuthSettings } from "../settings.ts";

/** Among a client's metadata, what is ours: the most it may ask for, whether it may ask at all, and who vouches for it. */
export const appScopes = "katkey_scopes";
export const appDisabled = "katkey_disabled";
export const appOwner = "katkey_owner";
export const appOffered = "katkey_offered";

/** The library's clients are the partner apps of our own table. Their secrets are compared by us. */
export function clientView({ desk }: Pick<OAuthSettings, "desk">): Adapter {
  // The library asks for one, and would sign with it what we never let it sign.
  const placeholder = Buffer.from(desk.random(32)).toString("base64url");
  return {
    async find(id) {
      const app = isId("app", id) ? await desk.apps.find(id) : null;
      return app === null ? undefined : metadataOf(app, placeholder);
    },
    upsert: never,
    destroy: never,
    consume: never,
    revokeByGrantId: never,
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
  };
}

const never = () => Promise.reject(new Error("apps are registered by their owners"));

function metadataOf(app: PartnerApp, placeholder: string): AdapterPayload {
  const isPublic = app.type === "public";
  return {
    client_id: app.id,
    client_name: app.name,
    // Only so are loopback addresses compared without their port (RFC 8252 §7.3).
    application_type: isPublic ? "native" : "web",
    redirect_uris: [...app.redirectUris],
    response_types: app.redirectUris.length > 0 ? ["code"] : [],
    response_modes: ["query"],
    grant_types: ["authorization_code", "refresh_token", ...(isPublic ? [] : ["client_credentials"])],
    token_endpoint_auth_method: isPublic ? "none" : "client_secret_basic",
    ...(!isPublic && { client_secret: placeholder }),
    [appScopes]: app.scopes,
    [appDisabled]: app.disabledAt !== null,
    [appOwner]: app.organizationId,
    [appOffered]: app.approval === "approved",
  };
}
