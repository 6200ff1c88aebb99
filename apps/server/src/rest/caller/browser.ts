import type { IncomingHttpHeaders } from "node:http";

/**
 * What gives a browser away: an `Origin`, or the `Sec-Fetch-…` headers that its scripts
 * cannot set. A plain `Sec-Fetch-Mode: cors` does not: Node's own fetch sends it from servers.
 */
export function browserOf(headers: IncomingHttpHeaders): { readonly origin: string | null } | null {
  const { origin } = headers;
  if (origin !== undefined) return { origin };
  const mode = headers["sec-fetch-mode"];
  const made = headers["sec-fetch-site"] !== undefined || (mode !== undefined && mode !== "cors");
  return made ? { origin: null } : null;
}

/** The question that a browser asks before it would send a key. It never carries one. */
export function isPreflight(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  return (
    method === "OPTIONS" &&
    headers.origin !== undefined &&
    headers["access-control-request-method"] !== undefined
  );
}
