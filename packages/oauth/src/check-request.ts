import { errors, type KoaContextWithOIDC } from "oidc-provider";
import { appDisabled } from "./adapter/client-view.ts";
import type { Client } from "./library.ts";
import { scopesOf } from "./resources.ts";

/** What clients ask for by habit, and have here anyway. */
const idle = "offline_access";

/** What the library does not ask of an authorization request. @throws UnauthorizedClient, InvalidScope */
export function checkRequest({ oidc }: KoaContextWithOIDC, _organization: unknown, client: Client): void {
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
