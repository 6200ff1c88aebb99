import type { Act } from "../actor.ts";
import type { Evidence } from "./evidence.ts";
import { ceilingOf, dayMs, startOf } from "../usage/granularity.ts";
import { joined, type Client } from "../usage/client.ts";
import { routeNameOf, type LastUse, type UsageBucket } from "../usage/usage.ts";

/** How far back a preview looks: at least this many whole days, so that what runs once a week is in it. */
const daysLookedBack = 7;

/** What was asked for by one route. */
export interface RouteUse {
  readonly route: string;
  readonly requests: number;
  /** When it was asked for last; where only the hour is known: where that begins. */
  readonly lastAt: number;
}

/** From where, and with what program. An empty address: all those that were too many to be told apart. */
export type ClientUse = Pick<Client, "address" | "userAgent" | "requests" | "lastAt">;

/** Requests that admission let in: those that it refused then are refused whatever happens. */
export interface KeyTraffic {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly requests: number;
  /** The one with the most requests first. */
  readonly routes: readonly RouteUse[];
  /** The latest first. */
  readonly clients: readonly ClientUse[];
}

/** Where the first day of UTC begins that a preview looks at. */
export function previewedSince(now: number): number {
  return startOf("day", now - daysLookedBack * dayMs);
}

/** The traffic of all the key's secrets, or of some of them, since the day or hour of UTC that `since` lies in. */
export async function trafficOf(
  { usage }: Pick<Evidence, "usage">,
  { organizationId, now }: Act,
  { publicKeyIds, since }: { readonly publicKeyIds: readonly string[]; readonly since: number },
): Promise<KeyTraffic> {
  const hours = { from: startOf("hour", since), to: ceilingOf("hour", now + 1) };
  const asked = { publicKeyIds, ...hours, granularity: "hour", groupBy: "route" } as const;
  const buckets = await usage.sumOfSecrets(organizationId, asked);
  const lastUses = await usage.lastUses(organizationId, publicKeyIds);
  const routes = routesOf(buckets, [...lastUses.values()]);
  const clients = await usage.clients(organizationId, { publicKeyIds, since });
  return {
    since,
    requests: routes.reduce((sum, { requests }) => sum + requests, 0),
    routes,
    clients: clientUsesOf(clients),
  };
}

function routesOf(buckets: readonly UsageBucket[], lastUses: readonly LastUse[]): readonly RouteUse[] {
  const routes = new Map<string, RouteUse>();
  for (const { start, group, served, failed } of buckets) {
    const [route, requests] = [group ?? "", served + failed];
    const before = routes.get(route)?.requests ?? 0;
    if (requests > 0) routes.set(route, { route, requests: before + requests, lastAt: start });
  }
  for (const { method, route, at } of lastUses) {
    const use = routes.get(routeNameOf({ method, route }));
    // Of each secret the latest request is known by itself: nearer than its hour, even if it was refused.
    if (use && startOf("hour", at) === startOf("hour", use.lastAt)) {
      routes.set(use.route, { ...use, lastAt: Math.max(use.lastAt, at) });
    }
  }
  return [...routes.values()].toSorted((a, b) => b.requests - a.requests);
}

/** Those that were let in, the latest first. A client of several secrets is one. */
export function clientUsesOf(clients: readonly Client[]): readonly ClientUse[] {
  return mergedClients(clients)
    .map(({ address, userAgent, requests, refused, lastAt }) => {
      return { address, userAgent, requests: requests - refused, lastAt };
    })
    .filter(({ requests }) => requests > 0);
}

/** A client of several secrets is one. The one with the latest request first. */
export function mergedClients(clients: readonly Client[]): readonly Omit<Client, "publicKeyId">[] {
  const merged = new Map<string, Omit<Client, "publicKeyId">>();
  for (const { publicKeyId: _, ...client } of clients) {
    const name = JSON.stringify([client.address, client.userAgent]);
    const known = merged.get(name);
    merged.set(name, known === undefined ? client : joined(known, client));
  }
  return [...merged.values()].toSorted((a, b) => b.lastAt - a.lastAt);
}
