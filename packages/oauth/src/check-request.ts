import { isId } from "@katkey/keys";
import { errors, type KoaContextWithOIDC } from "oidc-provider";
import { appDisabled } from "./adapter/client-view.ts";
import type { Client } from "./library.ts";
import { scopesOf } from "./resources.ts";
import type { OAuthSettings } from "./settings.ts";

/** What clients ask for by habit, and have here anyway. */
const idle = "offline_access";

/** What the library does not ask of an authorization request. @throws OIDCProviderError */
export async function checkRequest(
  settings: Pick<OAuthSettings, "onPushed">,
  ctx: KoaContextWithOIDC,
  client: Client,
): Promise<void> {
  const { oidc } = ctx;
  if (oidc.route === "pushed_authorization_request") await spendOnPushed(settings, ctx, client);
  if (client[appDisabled] === true) throw new errors.UnauthorizedClient("this app is disabled");
  const { params } = oidc;
  if (params === undefined) return;
  const asked = [...oidc.requestParamScopes].filter((scope) => scope !== idle);
  const allowed = scopesOf(client);
  const foreign = asked.filter((scope) => !allowed.includes(scope));
  if (foreign.length > 0) {
    throw new errors.InvalidScope("the app did not register every scope that it asks for", foreign.join(" "));
  }
  // Nothing that could be granted would be asked about.
  if (asked.length === 0) throw new errors.InvalidScope("scope must name what the app asks for", "");
  params["scope"] = asked.join(" ");
}

/**
 * What is pushed is kept for a while. Whoever knows a public app's name, which is no secret, can do that, and counts by
 * where they are; an app that proved itself counts as that app, wherever it is and whoever is beside it.
 */
async function spendOnPushed(
  { onPushed }: Pick<OAuthSettings, "onPushed">,
  ctx: KoaContextWithOIDC,
  { clientId, tokenEndpointAuthMethod }: Client,
): Promise<void> {
  const proved = tokenEndpointAuthMethod !== "none" && isId("app", clientId);
  const seconds = await onPushed(ctx.req, proved ? clientId : null);
  if (seconds === null) return;
  ctx.set("Retry-After", String(seconds));
  const refusal = new errors.OIDCProviderError(429, "too_many_failures");
  refusal.error_description = `Try again in ${seconds} seconds.`;
  refusal.expose = true;
  throw refusal;
}
