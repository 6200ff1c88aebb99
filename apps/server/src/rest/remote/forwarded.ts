import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** A client's request, as far as the gateway that asks about it vouches for it. */
export interface Forwarded {
  readonly method: string;
  /** Path and query, where the gateway says them. */
  readonly uri: string;
}

/**
 * What a gateway says of the request that it asks about. Caddy and Traefik ask with GET and say the client's method in
 * `X-Forwarded-Method`, ingress-nginx in `X-Original-Method`; Envoy asks with the client's own. Anybody could write
 * these headers, so they count from trusted proxies only.
 */
export function forwardedOf(request: IncomingMessage, isTrusted: boolean): Forwarded {
  const { method = "", headers } = request;
  if (!isTrusted) return { method, uri: "" };
  return {
    method: firstOf(headers, ["x-forwarded-method", "x-original-method"]) ?? method,
    uri: firstOf(headers, ["x-forwarded-uri", "x-original-uri", "x-original-url"]) ?? "",
  };
}

/** Of a header that stands there twice Node makes one, with commas: no method, and a URL that is only searched. */
function firstOf(headers: IncomingHttpHeaders, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = headers[name];
    if (typeof text === "string" && text !== "") return text;
  }
  return undefined;
}
