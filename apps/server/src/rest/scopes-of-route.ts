import type { Scope } from "@katkey/keys";
import { routes } from "./routes.ts";

const scopesByRoute = new Map(routes.map(({ method, path, scopes }) => [`${method} ${path}`, scopes]));

/** What a route needs as it is counted: a HEAD is answered as its GET; what the table does not have needs any valid key. */
export function scopesOfRoute(route: string): readonly Scope[] {
  return scopesByRoute.get(route.replace(/^HEAD /, "GET ")) ?? [];
}
