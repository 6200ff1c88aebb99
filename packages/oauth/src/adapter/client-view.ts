import { isId, stoppedAt, type PartnerApp } from "@katkey/keys";
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

/** How it proves who it is. Keys take the place of a secret: beside one that leaks they would be worth nothing. */
function proofOf({ type, publicKeys }: PartnerApp, placeholder: string) {
  if (type === "public") return { token_endpoint_auth_method: "none" } as const;
  if (publicKeys.length === 0) {
    return { token_endpoint_auth_method: "client_secret_basic", client_secret: placeholder } as const;
  }
  const keys = publicKeys.map((key) => ({ ...key }));
  return { token_endpoint_auth_method: "private_key_jwt", jwks: { keys } } as const;
}

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
    ...proofOf(app, placeholder),
    [appScopes]: app.scopes,
    [appDisabled]: stoppedAt(app) !== null,
    [appOwner]: app.organizationId,
    [appOffered]: app.approval === "approved",
  };
}
