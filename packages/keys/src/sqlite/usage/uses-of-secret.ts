import type { Use } from "../../usage/usage.ts";
import { isAlike } from "./alike.ts";
import type { Named } from "./named.ts";
import { addToClient, clientFor, openClient, type OpenClient } from "./seen-client.ts";
import { openTally, tallyFor, type OpenTally } from "./tally.ts";

/** Uses of one secret, added up: nothing but data, since a pass holds tens of thousands of it. */
export interface UsesOfSecret {
  last: Use;
  /** The use before, and where it was counted. */
  before: Use;
  tally: OpenTally;
  client: OpenClient;
  readonly tallies: Named<OpenTally>;
  readonly clients: Named<OpenClient>;
  requests: number;
  requestsRetiring: number;
}

export function beginWith(use: Use): UsesOfSecret {
  const tally = openTally(use);
  const client = openClient(use);
  const uses: UsesOfSecret = {
    last: use,
    before: use,
    tally,
    client,
    tallies: { first: tally, byName: null },
    clients: { first: client, byName: null },
    requests: 0,
    requestsRetiring: 0,
  };
  addTo(uses, use);
  return uses;
}

export function addTo(uses: UsesOfSecret, use: Use): void {
  if (!isAlike(use, uses.before)) {
    uses.tally = tallyFor(use, uses.tallies);
    uses.client = clientFor(use, uses.clients);
  }
  uses.before = use;
  uses.tally.requests += use.requests;
  addToClient(uses.client, use);
  if (use.at >= uses.last.at) uses.last = use;
  uses.requests += use.requests;
  if (use.retiring) uses.requestsRetiring += use.requests;
}
