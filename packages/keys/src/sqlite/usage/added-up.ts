import type { LastUse, Use } from "../../usage/usage.ts";
import { allNamed, countNamed } from "./named.ts";
import type { SeenClient } from "./seen-client.ts";
import type { Tally } from "./tally.ts";
import { addTo, beginWith, type UsesOfSecret } from "./uses-of-secret.ts";

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

/** Parcels of tallies tell from which one on; without it, it is the one with the last use. */
interface Place {
  readonly uses: UsesOfSecret;
  readonly talliesFrom?: number;
}

export function createAddedUp(): AddedUp {
  const bySecret = new Map<string, UsesOfSecret>();
  const byName = new Map<string, Place>();

  return {
    add(use) {
      const uses = bySecret.get(use.publicKeyId);
      if (uses === undefined) bySecret.set(use.publicKeyId, beginWith(use));
      else addTo(uses, use);
    },
    secrets: () => bySecret.size,
    names() {
      for (const uses of bySecret.values())
        for (const [name, place] of placesOf(uses)) byName.set(name, place);
      // Without a function that compares: of tens of thousands it would hold up requests.
      return [...byName.keys()].toSorted();
    },
    parcel(name) {
      const place = byName.get(name);
      return place === undefined ? nothing : parcelOf(place);
    },
  };
}

function* placesOf(uses: UsesOfSecret): Iterable<readonly [name: string, Place]> {
  const { organizationId, publicKeyId } = uses.last;
  yield [`seen ${publicKeyId}`, { uses }];
  // Hours and sums lie in the order of their organizations.
  const tallied = `tallied ${organizationId} ${publicKeyId}`;
  yield [tallied, { uses, talliesFrom: 0 }];
  for (let from = talliesInParcel; from < countNamed(uses.tallies); from += talliesInParcel) {
    yield [`${tallied} ${String(from).padStart(6, "0")}`, { uses, talliesFrom: from }];
  }
}

function parcelOf({ uses, talliesFrom }: Place): Parcel {
  const { last, requests, requestsRetiring, clients, tallies } = uses;
  if (talliesFrom === undefined) {
    return { ...nothing, lastUses: [{ ...last, requests, requestsRetiring }], clients: allNamed(clients) };
  }
  return { ...nothing, tallies: allNamed(tallies).slice(talliesFrom, talliesFrom + talliesInParcel) };
}
