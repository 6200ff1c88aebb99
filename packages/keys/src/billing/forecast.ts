import { hourMs } from "../usage/granularity.ts";

interface Course {
  /** Requests so far. */
  readonly requests: number;
  /** When they began to be counted: with the month, or with the organization. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** How many requests it will be at the end if they go on as they have come so far: never fewer than there are. */
export function forecastOf({ requests, from, to, now }: Course): number {
  // The first minutes say little: they count as an hour.
  const elapsed = Math.max(now - from, hourMs);
  if (to - from <= elapsed) return requests;
  return Number((BigInt(requests) * BigInt(to - from)) / BigInt(elapsed));
}
