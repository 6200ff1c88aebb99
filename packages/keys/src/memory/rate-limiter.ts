import type { LimitState, LocalRateLimiter } from "../admission/rate-limiter.ts";
import { countGone, createTrails, windowMs, type Trails } from "./trails.ts";

/** A limiter for one process. It remembers each allowed request of the window, so it is exact. */
export function createMemoryRateLimiter(trails: Trails = createTrails()): LocalRateLimiter {
  return {
    // oxlint-disable-next-line max-params -- an object would be one more for every request
    take(name, limit, at, cost = 1) {
      const times = trails.find(name);
      const gone = countGone(times, at);
      const allowed = cost === 0 || times.length - gone + cost <= limit;
      if (!allowed) return { allowed, ...stateOf({ times, gone, wanted: cost }, limit, at) };
      if (cost > 0) trails.add(name, at, cost);
      const now = trails.find(name);
      return { allowed, ...stateOf({ times: now, gone: countGone(now, at), wanted: 1 }, limit, at) };
    },
    peek(name, limit, at) {
      const times = trails.find(name);
      return stateOf({ times, gone: countGone(times, at), wanted: 1 }, limit, at);
    },
  };
}

interface Trail {
  readonly times: readonly number[];
  /** So many of them, the first, have left the window. */
  readonly gone: number;
  /** How many places it takes for the next request. */
  readonly wanted: number;
}

function stateOf(trail: Trail, limit: number, at: number): LimitState {
  const length = trail.times.length - trail.gone;
  return {
    limit,
    remaining: Math.max(0, limit - length),
    resetSeconds: length === 0 ? 0 : Math.max(1, Math.ceil((freeing(trail, limit) + windowMs - at) / 1_000)),
  };
}

/** The request whose leaving frees the places: for one the oldest, or a later one after the limit was lowered. */
function freeing({ times, gone, wanted }: Trail, limit: number): number {
  const last = times.length - 1;
  return times[Math.max(gone, Math.min(times.length - limit + wanted - 1, last))] ?? 0;
}
