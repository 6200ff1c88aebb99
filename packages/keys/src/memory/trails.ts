import { windowSeconds } from "../admission/rate-limiter.ts";

export const windowMs = windowSeconds * 1_000;

/** Above this many names, those without a request in the window are forgotten. */
const crowd = 10_000;

/** The times of allowed requests, by name, oldest first. */
export interface Trails {
  /** How many names are remembered. */
  readonly size: number;
  find(name: string): readonly number[];
  /** Adds a time that is not before the others of its name, once or several times. */
  add(name: string, at: number, places: number): void;
}

export function createTrails(): Trails {
  // Of most names there is one time, and strangers come by the million: an array costs three times as much.
  const trails = new Map<string, number | number[]>();
  let sweepAt = crowd;

  function sweep(at: number): void {
    for (const [name, times] of trails) if (hasLeft(latestOf(times), at)) trails.delete(name);
    sweepAt = Math.max(crowd, trails.size * 2);
  }

  return {
    get size() {
      return trails.size;
    },

    find(name) {
      const times = trails.get(name) ?? none;
      return typeof times === "number" ? [times] : times;
    },

    add(name, at, places) {
      const times = trails.get(name);
      if (times === undefined && trails.size >= sweepAt) sweep(at);
      const isFirst = times === undefined || hasLeft(latestOf(times), at);
      if (isFirst && places === 1) trails.set(name, at);
      else if (isFirst) trails.set(name, append([], at, places));
      else if (typeof times === "number") trails.set(name, append([times], at, places));
      else append(times, at, places);
    },
  };
}

const none: readonly number[] = [];

function append(times: number[], at: number, places: number): number[] {
  // Not each time one leaves: to move the others is cheap only if it is rare.
  const gone = countGone(times, at);
  if (gone * 2 > times.length) times.splice(0, gone);
  for (let place = 0; place < places; place += 1) times.push(at);
  return times;
}

function latestOf(times: number | readonly number[]): number | undefined {
  return typeof times === "number" ? times : times.at(-1);
}

/** How many of the times have left the window, by bisection. */
export function countGone(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasLeft(times[middle], at)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasLeft(time: number | undefined, at: number): boolean {
  return time === undefined || time <= at - windowMs;
}
