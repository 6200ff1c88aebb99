import type { Provider } from "oidc-provider";
import { routes } from "./addresses.ts";
import { tellWhoAsks } from "./errors.ts";

/**
 * Leads nobody who was asked to an address that the app's owner has taken back meanwhile, whatever they answered: the
 * library looks only when it begins to ask.
 */
export function keepToAddresses(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (!ctx.path.startsWith(`${routes.authorization}/`)) return;
    const location = ctx.response.get("location");
    if (location === "" || new URL(location, provider.issuer).origin === new URL(provider.issuer).origin)
      return;
    const { client, params } = ctx.oidc;
    if (client?.redirectUriAllowed(String(params?.["redirect_uri"])) === true) return;
    ctx.remove("location");
    ctx.status = 400;
    tellWhoAsks(ctx, { error: "invalid_redirect_uri" });
  });
}
