import type { ServiceRoute } from "../remote/service-route.ts";
import { serviceRoutes } from "../remote/service-routes.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes.ts";

/** As much of a route as the documentation tells. */
export type DocumentedRoute = Pick<Route, "method" | "path" | "scopes" | "query" | "body" | "about" | "once">;

/** For API keys, and for service tokens. */
export const documentedRoutes: readonly DocumentedRoute[] = [...routes, ...serviceRoutes];

const forServices: ReadonlySet<DocumentedRoute | ServiceRoute> = new Set(serviceRoutes);

/** Whether a service token opens it, and no key. */
export function isForServices(route: DocumentedRoute): boolean {
  return forServices.has(route);
}
