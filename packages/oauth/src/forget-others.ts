import type { Provider } from "oidc-provider";
import { mountPath, routes } from "./addresses.ts";

/**
 * Ends the protocol's session of somebody who used this browser before, in this tab or in another. The library would
 * have that confirmed on a page that posts itself, which the policy of our pages stops.
 */
export function forgetOthers(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (!ctx.path.startsWith(`${routes.authorization}/`)) return;
    const { session } = ctx.oidc;
    // What the page would bring back.
    if (session?.state === undefined) return;
    await session.destroy();
    ctx.status = 303;
    ctx.redirect(`${mountPath}${ctx.path}`);
  });
}
