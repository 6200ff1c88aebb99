import type { Incoming } from "./incoming.ts";

/**
 * Whether a browser made the request: it has an `Origin`, or the `Sec-Fetch-…` headers that its scripts cannot set.
 * A plain `Sec-Fetch-Mode: cors` says nothing: Node's own fetch sends it from servers.
 */
export function isOfBrowser({ header }: Incoming): boolean {
  const mode = header("sec-fetch-mode");
  return header("origin") !== null || header("sec-fetch-site") !== null || (mode !== null && mode !== "cors");
}

/** The question that a browser asks before it would send a key. It never carries one. */
export function isPreflight({ method, header }: Incoming): boolean {
  return (
    method === "OPTIONS" && header("origin") !== null && header("access-control-request-method") !== null
  );
}
