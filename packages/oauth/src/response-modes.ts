import type { Provider } from "oidc-provider";
import { routes } from "./addresses.ts";

/**
 * Lets answers go back in the query alone. The library would put even a refusal into a page that posts itself, which the
 * policy of our pages stops.
 */
export function refuseOtherModes(provider: Provider): void {
  provider.use(async (ctx, next) => {
    const { response_mode: mode } = ctx.query;
    if (ctx.path === routes.authorization && mode !== undefined && mode !== "query") {
      // Unknown ones are refused in the query.
      ctx.query = { ...ctx.query, response_mode: "unsupported" };
    }
    await next();
  });
}
