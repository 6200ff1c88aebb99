import { windowSeconds, type LimitState, type RateLimiter } from "../rate-limiter.ts";

const windowMs = windowSeconds * 1_000;

/** The times of the allowed requests of the last window, oldest first. */
interface Trail {
  times: Float64Array;
  first: number;
  length: number;
}

/** Above this many names, those without a request in the window are forgotten. */
const crowd = 10_000;

/** A limiter for one process. It remembers each allowed request of the window, so it is exact. */
export function createMemoryRateLimiter(): RateLimiter {
  const trails = new Map<string, Trail>();
  let sweepAt = crowd;

  function trailOf(name: string, at: number): Trail {
    const known = trails.get(name);
    if (known !== undefined) return slide(known, at);
    if (trails.size >= sweepAt) {
      for (const [other, trail] of trails) if (slide(trail, at).length === 0) trails.delete(other);
      sweepAt = Math.max(crowd, trails.size * 2);
    }
    const trail = { times: new Float64Array(8), first: 0, length: 0 };
    trails.set(name, trail);
    return trail;
  }

  return {
    take(name, limit, at) {
      const trail = trailOf(name, at);
      const allowed = trail.length < limit;
      if (allowed) append(trail, at);
      return { allowed, ...stateOf(trail, limit, at) };
    },
    peek(name, limit, at) {
      const trail = trails.get(name);
      if (trail === undefined) return { limit, remaining: limit, resetSeconds: 0 };
      return stateOf(slide(trail, at), limit, at);
    },
  };
}

/** Lets go of what has left the window. */
function slide(trail: Trail, at: number): Trail {
  while (trail.length > 0 && timeAt(trail, 0) <= at - windowMs) {
    trail.first = (trail.first + 1) % trail.times.length;
    trail.length -= 1;
  }
  return trail;
}

function append(trail: Trail, at: number): void {
  if (trail.length === trail.times.length) {
    const larger = new Float64Array(trail.length * 2);
    for (let i = 0; i < trail.length; i += 1) larger[i] = timeAt(trail, i);
    Object.assign(trail, { times: larger, first: 0 });
  }
  trail.times[(trail.first + trail.length) % trail.times.length] = at;
  trail.length += 1;
}

function stateOf(trail: Trail, limit: number, at: number): LimitState {
  const oldest = trail.length === 0 ? null : freeing(trail, limit);
  return {
    limit,
    remaining: Math.max(0, limit - trail.length),
    resetSeconds: oldest === null ? 0 : Math.max(1, Math.ceil((oldest + windowMs - at) / 1_000)),
  };
}

/** The request whose leaving frees a place: the oldest, or a later one after the limit was lowered. */
function freeing(trail: Trail, limit: number): number {
  return timeAt(trail, Math.max(0, Math.min(trail.length - limit, trail.length - 1)));
}

function timeAt({ times, first }: Trail, index: number): number {
  return times[(first + index) % times.length] ?? 0;
}
