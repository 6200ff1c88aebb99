import { hourMs } from "../../usage/granularity.ts";
import type { Use } from "../../usage/usage.ts";

/** Told apart, at most: some tens of megabytes. */
const mostKinds = 100_000;
/** From so many on nobody's address is told apart any more. */
const mostWithAddress = 50_000;

/** Uses that cannot be written for now, in memory: alike ones as one. */
export interface HeldUses {
  add(use: Use): void;
  /** More could not be told apart. */
  isFull(): boolean;
  /** Requests. */
  count(): number;
  /** Some of them, to be forgotten once they are written; empty: none are left. */
  some(most: number): readonly Use[];
  forget(some: readonly Use[]): void;
}

type OpenUse = Omit<Use, "at" | "requests"> & { at: number; requests: number };

export function createHeldUses(most = { kinds: mostKinds, withAddress: mostWithAddress }): HeldUses {
  const kinds = new Map<string, OpenUse>();
  let requests = 0;

  return {
    add(use) {
      requests += use.requests;
      const named = kinds.get(nameOf(use));
      if (named !== undefined) return addTo(named, use);
      const kind = kinds.size < most.withAddress ? use : { ...use, address: "", userAgent: null };
      const known = kinds.get(nameOf(kind));
      if (known === undefined) kinds.set(nameOf(kind), { ...kind });
      else addTo(known, kind);
    },
    isFull: () => kinds.size >= most.kinds,
    count: () => requests,
    some(atOnce) {
      const some: Use[] = [];
      for (const use of kinds.values()) if (some.push(use) === atOnce) break;
      return some;
    },
    forget(some) {
      for (const use of some) {
        requests -= use.requests;
        kinds.delete(nameOf(use));
      }
    },
  };
}

function addTo(known: OpenUse, { at, requests }: Use): void {
  known.at = Math.max(known.at, at);
  known.requests += requests;
}

/** The same for two uses that count in the same places: as `isAlike` of one secret, and in the same rotation. */
function nameOf(use: Use): string {
  const { publicKeyId, at, status, refused, retiring, cause, method, route, address, userAgent } = use;
  const hour = Math.floor(at / hourMs);
  return `${publicKeyId} ${hour} ${status} ${refused} ${retiring} ${cause} ${method} ${address} ${route}\n${userAgent ?? ""}`;
}
