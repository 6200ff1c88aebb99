import type { LastUse, Use } from "../../usage/usage.ts";
import { isAlike } from "./alike.ts";
import { addToClient, createClientsOfSecret, type SeenClient } from "./seen-client.ts";
import { createTalliesOfSecret, type Tally } from "./tally.ts";

/** Tallies that are written together, at most: whoever names the routes can name very many. */
const talliesInParcel = 80;

/** Rows that are written together: where and when one secret was used last, or how often. */
export interface Parcel {
  readonly lastUses: readonly LastUse[];
  readonly clients: readonly SeenClient[];
  readonly tallies: readonly Tally[];
}

/** Uses of many secrets, added up. */
export interface AddedUp {
  add(use: Use): void;
  /** How many secrets. */
  secrets(): number;
  /** Of the parcels, in the order of the rows in the file, when all is added. */
  names(): readonly string[];
  parcel(name: string): Parcel;
}

const nothing: Parcel = { lastUses: [], clients: [], tallies: [] };

export function createAddedUp(): AddedUp {
  const bySecret = new Map<string, ReturnType<typeof createUsesOfSecret>>();
  const byName = new Map<string, () => Partial<Parcel>>();

  function begin(use: Use) {
    const uses = createUsesOfSecret(use);
    bySecret.set(use.publicKeyId, uses);
    byName.set(`seen ${use.publicKeyId}`, uses.seen);
    byName.set(talliedName(use), () => uses.tallied(0));
    return uses;
  }

  function names(): readonly string[] {
    for (const { first, countTallies, tallied } of bySecret.values()) {
      for (let from = talliesInParcel; from < countTallies(); from += talliesInParcel) {
        byName.set(`${talliedName(first)} ${String(from).padStart(6, "0")}`, () => tallied(from));
      }
    }
    // Without a function that compares: of tens of thousands it would hold up requests.
    return [...byName.keys()].toSorted();
  }

  return {
    add: (use) => (bySecret.get(use.publicKeyId) ?? begin(use)).add(use),
    secrets: () => bySecret.size,
    names,
    parcel: (name) => ({ ...nothing, ...byName.get(name)?.() }),
  };
}

function createUsesOfSecret(first: Use) {
  const tallies = createTalliesOfSecret();
  const clients = createClientsOfSecret();
  let last = first;
  let requests = 0;
  let requestsRetiring = 0;
  /** The use before, and where it was counted. */
  let before = { use: first, ...placesOf(first) };

  function placesOf(use: Use) {
    return { tally: tallies.tallyFor(use), client: clients.clientFor(use) };
  }

  return {
    first,
    add(use: Use): void {
      if (!isAlike(use, before.use)) before = { use, ...placesOf(use) };
      before.tally.requests += use.requests;
      addToClient(before.client, use);
      if (use.at >= last.at) last = use;
      requests += use.requests;
      if (use.retiring) requestsRetiring += use.requests;
    },

    seen: (): Partial<Parcel> => {
      return { lastUses: [{ ...last, requests, requestsRetiring }], clients: clients.all() };
    },
    countTallies: () => tallies.count(),
    tallied: (from: number): Partial<Parcel> => {
      return { tallies: tallies.all().slice(from, from + talliesInParcel) };
    },
  };
}

/** Hours and sums lie in the order of their organizations. */
function talliedName({ organizationId, publicKeyId }: Use): string {
  return `tallied ${organizationId} ${publicKeyId}`;
}
