import { IdentityError } from "./errors.ts";

/** Lets few tasks run at once and the next ones wait their turn, first come, first served. */
export interface HashQueue {
  /** Runs `task` in its turn. Throws `too_busy` when the queue is full or the turn comes too late. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** Two, where one more processor is left for those who do not sign in. On two, a second hash triples their worst waits. */
export function hashesAtOnce(processors: number): number {
  return Math.min(2, Math.max(1, processors - 1));
}

interface Limits {
  readonly concurrency: number;
  readonly capacity: number;
  readonly maxWaitMilliseconds: number;
}

/**
 * A password hash takes 19 MiB and some 20 ms of a core. Without this queue a
 * storm of sign-ins takes every thread of libuv's pool and the machine's memory,
 * and the verification of keys starves behind it.
 */
export function createHashQueue(limits: Limits): HashQueue {
  const waiting = new Set<() => void>();
  let running = 0;

  function turn(): Promise<void> {
    if (running < limits.concurrency) {
      running += 1;
      return Promise.resolve();
    }
    if (waiting.size >= limits.capacity) return Promise.reject(tooBusy());
    return new Promise((resolve, reject) => {
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(start);
        reject(tooBusy());
      }, limits.maxWaitMilliseconds);
      waiting.add(start);
    });
  }

  // The place is handed on, not freed, so that a newcomer cannot slip in between.
  function release(): void {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(task) {
      await turn();
      try {
        return await task();
      } finally {
        release();
      }
    },
  };
}

function tooBusy(): IdentityError {
  return new IdentityError("too_busy", "Too many sign-ins at once.");
}
