import { clientGroupOf } from "../keys/address-list.ts";
import type { LimitDecision, RateLimiter } from "./rate-limiter.ts";

export interface Throttling {
  readonly limiter: RateLimiter;
  /** Bad credentials per client and minute, before they are answered `too_many_failures`. */
  readonly failuresPerMinute: number;
}

/** What somebody is told whose credentials name nobody. */
export type StrangerRefusal =
  | { readonly admitted: false; readonly code: "invalid_token" }
  | { readonly admitted: false; readonly code: "too_many_failures"; readonly retryAfterSeconds: number };

interface Attempt {
  /** The client's IP address; `null`: nobody knows. */
  readonly address: string | null;
  /** Milliseconds of a monotonic clock. */
  readonly at: number;
}

/** Counts bad credentials, of keys and of service tokens alike, against the client who sent them. */
export function refuseStranger(
  { limiter, failuresPerMinute }: Throttling,
  { address, at }: Attempt,
): StrangerRefusal | Promise<StrangerRefusal> {
  // Whose failures these are nobody knows, and nobody shall be told to wait for another's.
  if (address === null) return { admitted: false, code: "invalid_token" };
  // A valid key from the same address still passes: one stale key must not lock out its neighbours.
  const taken = limiter.take(`failures ${clientGroupOf(address)}`, failuresPerMinute, at);
  return taken instanceof Promise ? taken.then(refusalAfter) : refusalAfter(taken);
}

function refusalAfter({ allowed, resetSeconds }: LimitDecision): StrangerRefusal {
  return allowed
    ? { admitted: false, code: "invalid_token" }
    : { admitted: false, code: "too_many_failures", retryAfterSeconds: resetSeconds };
}
