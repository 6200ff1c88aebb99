import type { LimitState, RateLimiter } from "../admission/rate-limiter.ts";
import { countGone, createTrails, windowMs, type Trails } from "./trails.ts";

/** A limiter for one process. It remembers each allowed request of the window, so it is exact. */
export function createMemoryRateLimiter(trails: Trails = createTrails()): RateLimiter {
  return {
    take(name, limit, at) {
      const times = trails.find(name);
      const gone = countGone(times, at);
      const allowed = times.length - gone < limit;
      if (!allowed) return { allowed, ...stateOf({ times, gone }, limit, at) };
      trails.add(name, at);
      const now = trails.find(name);
      return { allowed, ...stateOf({ times: now, gone: countGone(now, at) }, limit, at) };
    },
    peek(name, limit, at) {
      const times = trails.find(name);
      return stateOf({ times, gone: countGone(times, at) }, limit, at);
    },
  };
}

/** The first `gone` of the times have left the window. */
interface Trail {
  readonly times: readonly number[];
  readonly gone: number;
}

function stateOf(trail: Trail, limit: number, at: number): LimitState {
  const length = trail.times.length - trail.gone;
  return {
    limit,
    remaining: Math.max(0, limit - length),
    resetSeconds: length === 0 ? 0 : Math.max(1, Math.ceil((freeing(trail, limit) + windowMs - at) / 1_000)),
  };
}

/** The request whose leaving frees a place: the oldest, or a later one after the limit was lowered. */
function freeing({ times, gone }: Trail, limit: number): number {
  const last = times.length - 1;
  return times[Math.max(gone, Math.min(times.length - limit, last))] ?? 0;
}
