import type { IncomingMessage } from "node:http";
import { isId } from "@katkey/keys";
import type { Provider } from "oidc-provider";
import { appOffered, appOwner } from "./adapter/client-view.ts";
import { routes } from "./addresses.ts";
import { retryAfter, tellWhoAsks } from "./errors.ts";
import type { Client } from "./library.ts";
import type { OAuthSettings } from "./settings.ts";

type Vouching = Pick<OAuthSettings, "desk" | "userOf">;

/**
 * Sends nobody who was not asked to the address of an app that nobody vouches for: neither the operator, who approved
 * it, nor its owner's members for themselves. Otherwise whoever registers an app makes addresses of ours that lead
 * wherever they like (RFC 9700 §4.11.2).
 */
export function keepFromStrangers(provider: Provider, vouching: Vouching): void {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path !== routes.authorization) return;
    const error = errorAt(ctx.response.get("location"));
    if (error === null || (await isVouchedFor(vouching, ctx.req, ctx.oidc.client))) return;
    ctx.remove("location");
    ctx.status = retryAfter in ctx.state ? 503 : 400;
    tellWhoAsks(ctx, { error });
  });
}

/** The refusal that an address elsewhere tells; `null`: it is one of ours, or tells none. */
function errorAt(location: string): string | null {
  const url = URL.parse(location);
  const inFragment = new URLSearchParams(url?.hash.slice(1)).get("error");
  return url?.searchParams.get("error") ?? inFragment;
}

async function isVouchedFor(
  { desk, userOf }: Vouching,
  request: IncomingMessage,
  client: Client | undefined,
): Promise<boolean> {
  if (client?.[appOffered] === true) return true;
  const owner = client?.[appOwner];
  const userId = await userOf(request);
  if (userId === null || typeof owner !== "string" || !isId("org", owner)) return false;
  return (await desk.tenancy.findMembership(owner, userId)) !== null;
}
