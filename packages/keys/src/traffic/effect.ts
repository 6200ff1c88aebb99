import { allowsAddress, coversNetworks } from "../keys/address-list.ts";
import type { Evidence } from "./evidence.ts";
import type { ClientUse, KeyTraffic, RouteUse } from "./key-traffic.ts";
import { coversScopes, type Scope } from "../keys/scope.ts";

/** What refuses: the end of the key or of its old secret, or what an edit takes away. */
export type EffectCause = "revocation" | "overlap_end" | "expiry" | "scopes" | "addresses";

/** What of the traffic would have been refused, had a change been made before it. */
export interface Effect {
  readonly by: EffectCause;
  readonly requests: number;
  /** Of those. Where only routes are told apart: where its hour begins. `null`: there were none. */
  readonly lastAt: number | null;
  /** `null`: which routes they asked for is not told apart. */
  readonly routes: readonly RouteUse[] | null;
  /** `null`: who made them is not told apart. */
  readonly clients: readonly ClientUse[] | null;
  /** Requests besides of which nobody knows: their clients were too many to be told apart, or what they needed is not known. */
  readonly unknown: number;
}

/** What a change would have refused, by each thing that refuses. Nothing where nothing is narrowed. */
export interface Preview {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Let in since then. */
  readonly requests: number;
  /** Everybody who made them, the latest first. */
  readonly clients: readonly ClientUse[];
  readonly effects: readonly Effect[];
}

/** Everything. */
export function effectOfEnd(
  by: "revocation" | "overlap_end" | "expiry",
  { requests, routes, clients }: KeyTraffic,
): Effect {
  return { by, requests, lastAt: latestOf([...routes, ...clients]), routes, clients, unknown: 0 };
}

/** Routes that the scopes covered before and do not cover any more. */
export function effectOfScopes(
  { routes: all }: KeyTraffic,
  scopesOf: Evidence["scopesOf"],
  { before, after }: { readonly before: readonly Scope[]; readonly after: readonly Scope[] },
): Effect {
  const routes = all.filter(({ route }) => {
    const needed = scopesOf(route) ?? [];
    return coversScopes(before, needed) && !coversScopes(after, needed);
  });
  const unknown = coversScopes(after, before) ? [] : all.filter(({ route }) => scopesOf(route) === null);
  return { by: "scopes", ...sumOf(routes), routes, clients: null, unknown: sumOf(unknown).requests };
}

/** Clients that the list allowed before and does not allow any more. */
export function effectOfAddresses(
  { clients: all }: KeyTraffic,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): Effect {
  const told = all.filter(({ address }) => address !== "");
  const clients = told.filter(
    ({ address }) => allowsAddress(before, address) && !allowsAddress(after, address),
  );
  const untold = coversNetworks(after, before) ? [] : all.filter(({ address }) => address === "");
  return { by: "addresses", ...sumOf(clients), routes: null, clients, unknown: sumOf(untold).requests };
}

function sumOf(uses: readonly (RouteUse | ClientUse)[]): Pick<Effect, "requests" | "lastAt"> {
  return { requests: uses.reduce((sum, { requests }) => sum + requests, 0), lastAt: latestOf(uses) };
}

function latestOf(uses: readonly (RouteUse | ClientUse)[]): number | null {
  return uses.length === 0 ? null : Math.max(...uses.map(({ lastAt }) => lastAt));
}
