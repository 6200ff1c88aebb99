import type { Scope } from "@katkey/keys";
import { unknownPath } from "./route.ts";
import { routes } from "./routes.ts";

const scopesByRoute = new Map(routes.map(({ method, path, scopes }) => [`${method} ${path}`, scopes]));
const paths: ReadonlySet<string> = new Set([...routes.map(({ path }) => path), unknownPath]);

/**
 * What a route needs as it is counted: a HEAD is answered as its GET, and another method of a path needs any valid
 * key. `null`: it is no route of ours, but of the company's own API, which asked about the key.
 */
export function scopesOfRoute(route: string): readonly Scope[] | null {
  const scopes = scopesByRoute.get(route.replace(/^HEAD /, "GET "));
  return scopes ?? (paths.has(route.slice(route.indexOf(" ") + 1)) ? [] : null);
}
