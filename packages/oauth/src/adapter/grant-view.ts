import { endGrant, isId } from "@katkey/keys";
import type { Adapter } from "oidc-provider";
import { apiOf } from "../addresses.ts";
import { liveGrantOf } from "../live-grant.ts";
import type { OAuthSettings } from "../settings.ts";

/**
 * The library's grants are those of our own table: there while they are live, with what of them has effect. They are
 * made by who connects an app, and not by the library.
 */
export function grantView(settings: OAuthSettings): Adapter {
  const { desk, now, origin } = settings;
  return {
    async find(id) {
      if (!isId("grt", id)) return undefined;
      const live = await liveGrantOf(settings, await desk.grants.findLive(id));
      if (live === null) return undefined;
      const { grant } = live;
      return {
        jti: id,
        kind: "Grant",
        iat: Math.floor(grant.createdAt / 1000),
        accountId: grant.userId,
        clientId: grant.appId,
        resources: { [apiOf(origin)]: live.scopes.join(" ") },
      };
    },
    /** One of its codes or refresh tokens was shown twice (RFC 9700 §4.14.2). */
    async destroy(id) {
      if (isId("grt", id)) await endGrant(desk, { grantId: id, cause: "reused", now: now() });
    },
    upsert: () => Promise.reject(new Error("a grant is made by who connects an app")),
    consume: async () => {},
    revokeByGrantId: async () => {},
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
  };
}
