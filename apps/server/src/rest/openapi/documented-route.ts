import { problems, type ProblemCode } from "../../http/problems.ts";
import { forwardAuthRoute } from "../remote/forward-auth-about.ts";
import type { ServiceRoute } from "../remote/service-route.ts";
import { serviceRoutes } from "../remote/service-routes.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes.ts";

/** As much of a route as the documentation tells. */
export interface DocumentedRoute extends Pick<
  Route,
  "method" | "path" | "scopes" | "query" | "body" | "about" | "once"
> {
  /** What is answered instead of the statuses that problems have everywhere else. */
  readonly moved?: Readonly<Record<number, number>>;
  /** The path has no other spelling. */
  readonly isExact?: true;
}

/** For API keys, for service tokens, and for gateways. */
export const documentedRoutes: readonly DocumentedRoute[] = [...routes, ...serviceRoutes, forwardAuthRoute];

/** With what a problem is answered on this route. */
export function statusOf({ moved = {} }: DocumentedRoute, code: ProblemCode): number {
  const { status } = problems[code];
  return moved[status] ?? status;
}

const forServices: ReadonlySet<DocumentedRoute | ServiceRoute> = new Set(serviceRoutes);

/** Whether a service token opens it, and no key. */
export function isForServices(route: DocumentedRoute): boolean {
  return forServices.has(route);
}

/** Whether an app's access token opens it, too. */
export function isForApps(route: DocumentedRoute): boolean {
  return !isForServices(route) && !route.about.errors.includes("api_key_required");
}
