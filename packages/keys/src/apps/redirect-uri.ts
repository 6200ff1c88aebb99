import type { AppType } from "./partner-app.ts";

/** Enough for an app's environments; a list that nobody reads hides the one that does not belong there. */
export const mostRedirectUris = 10;
const longestRedirectUri = 2_000;

/** RFC 8252 §8.3: another program can answer where a name leads, so an app on a device is to name the address. */
const loopbackAddresses: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]"]);

/**
 * What is wrong with the redirect URIs of an app, RFC 9700 §2.1 and RFC 8252 §7; `null`: nothing. They are compared
 * character by character, so each must be written as a browser writes it.
 */
export function faultOfRedirectUris(uris: readonly string[], type: AppType): string | null {
  if (uris.length === 0) return "An app needs at least one redirect URI.";
  if (uris.length > mostRedirectUris) return `An app has at most ${mostRedirectUris} redirect URIs.`;
  if (new Set(uris).size < uris.length) return "List each redirect URI once.";
  const faults = uris.map((uri) => ({ uri, fault: faultOfRedirectUri(uri, type) }));
  const found = faults.find(({ fault }) => fault !== null);
  return found === undefined ? null : `${found.uri.slice(0, 200)}: ${found.fault}`;
}

function faultOfRedirectUri(uri: string, type: AppType): string | null {
  if (uri.length > longestRedirectUri) return `at most ${longestRedirectUri} characters.`;
  if (!URL.canParse(uri)) return "not an absolute URI.";
  const url = new URL(uri);
  if (uri.includes("#")) return "must not have a fragment.";
  if (url.username !== "" || url.password !== "") return "must not name a user.";
  return faultOfScheme(url, type) ?? faultOfSpelling(url, uri);
}

function faultOfSpelling({ href }: URL, uri: string): string | null {
  return href === uri || href === `${uri}/` ? null : `write it as ${href.slice(0, 200)}`;
}

function faultOfScheme(url: URL, type: AppType): string | null {
  const { protocol, hostname } = url;
  if (protocol === "https:") return faultOfHost(hostname, type);
  if (protocol === "http:") return faultOfLoopback(hostname, type);
  if (type === "confidential") return "must begin with https://, or with http:// on this machine itself.";
  // A reversed domain of one's own (RFC 8252 §7.1), which javascript:, data: and their like are not.
  return protocol.includes(".")
    ? null
    : "a scheme of your own is a domain reversed, such as com.example.app:/";
}

function faultOfHost(hostname: string, type: AppType): string | null {
  if (hostname.includes("*")) return "a redirect URI is exact: no wildcards.";
  const isLocal = hostname === "localhost" || loopbackAddresses.has(hostname);
  return isLocal && type === "public" ? "on this machine itself it begins with http://." : null;
}

/** A web application under development is reached as localhost; what protects it is its secret. */
function faultOfLoopback(hostname: string, type: AppType): string | null {
  if (loopbackAddresses.has(hostname)) return null;
  if (hostname !== "localhost") return "must begin with https://: http:// is for this machine itself only.";
  return type === "confidential" ? null : "name the address: http://127.0.0.1 or http://[::1].";
}
