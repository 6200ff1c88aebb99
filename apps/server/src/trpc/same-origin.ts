import type { IncomingHttpHeaders } from "node:http";

/**
 * True for what a page of this installation sends, and for programs that are no browser.
 * A browser names the origin of every POST; what names none may only be of the same site.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined) return headers.origin === origin && !isForeign(site);
  return site === undefined || site === "same-origin";
}

function isForeign(site: string | string[] | undefined): boolean {
  return site === "cross-site" || site === "same-site";
}
