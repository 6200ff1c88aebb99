import type { OrganizationId } from "@katkey/keys";

/** A company's API has a few dozen. */
const mostOfOne = 200;
const mostOfAll = 50_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** As what a route is counted. */
export type CountedRoute = (organizationId: OrganizationId, route: string, now: number) => string;

/**
 * Bounds the routes that are told apart: whoever sends paths for patterns would have every id counted by itself, and
 * each would be a row more in every hour. Those beyond are one, until the next day of UTC.
 */
export function createCountedRoutes(): CountedRoute {
  const known = new Map<OrganizationId, Set<string>>();
  let day = 0;
  let size = 0;

  function forget(today: number): void {
    known.clear();
    day = today;
    size = 0;
  }

  return (organizationId, route, now) => {
    const today = Math.floor(now / dayMs);
    if (today !== day) forget(today);
    const routes = known.get(organizationId) ?? new Set();
    if (routes.has(route)) return route;
    if (routes.size >= mostOfOne || size >= mostOfAll) return "(other route)";
    known.set(organizationId, routes.add(route));
    size += 1;
    return route;
  };
}
