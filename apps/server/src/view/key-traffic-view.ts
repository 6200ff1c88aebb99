import type { Effect, KeyClients, Preview, ScopeReview } from "@katkey/keys";
import { timeOf } from "./time.ts";

/** Who uses a key, and when last. */
export function clientsViewOf({ since, clients, more }: KeyClients) {
  return {
    since: timeOf(since),
    clients: clients.map(({ firstAt, lastAt, secrets, ...client }) => ({
      ...client,
      firstAt: timeOf(firstAt),
      lastAt: timeOf(lastAt),
      secrets: secrets.map(({ publicKeyId, lastAt }) => ({ publicKeyId, lastAt: timeOf(lastAt) })),
    })),
    more,
  };
}

/** What a key may do beside what it does. */
export function scopeReviewViewOf({ since, requests, scopes }: ScopeReview) {
  return {
    since: timeOf(since),
    requests,
    scopes: scopes.map(({ lastAt, ...use }) => ({ ...use, lastAt: timeOf(lastAt) })),
  };
}

/** How many routes and clients of a change are named; the rest is a number. */
const most = 10;

/** What a change would have refused. Of all lists so many as are named, and how many more there are. */
export function previewViewOf({ since, requests, clients, effects }: Preview) {
  return {
    since: timeOf(since),
    requests,
    clients: shownOf(clients),
    effects: effects.map(effectViewOf),
  };
}

/** `null`: not told apart. */
function effectViewOf({ by, requests, lastAt, routes, clients, unknown }: Effect) {
  return {
    by,
    requests,
    lastAt: timeOf(lastAt),
    routes: routes && shownOf(routes),
    clients: clients && shownOf(clients),
    unknown,
  };
}

function shownOf<Use extends { readonly lastAt: number }>(uses: readonly Use[]) {
  const shown = uses.slice(0, most).map(({ lastAt, ...use }) => ({ ...use, lastAt: timeOf(lastAt) }));
  return { shown, more: uses.length - shown.length };
}
