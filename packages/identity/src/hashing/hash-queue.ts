import { IdentityError } from "../errors.ts";

/** Lets one task run at a time and the next ones wait their turn, first come, first served. */
export interface HashQueue {
  /** Runs `task` in its turn. Throws `too_busy` when the queue is full or the turn comes too late. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

interface Limits {
  readonly capacity: number;
  readonly maxWaitMilliseconds: number;
}

const patience: Limits = { capacity: 64, maxWaitMilliseconds: 2000 };

/**
 * A password hash takes 19 MiB and some 20 ms of a core, and who waits for too
 * long for theirs has given up: a storm of sign-ins is told so instead.
 */
export function createHashQueue(limits: Limits = patience): HashQueue {
  const waiting = new Set<() => void>();
  let isTaken = false;

  function turn(): Promise<void> {
    if (!isTaken) {
      isTaken = true;
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
      isTaken = false;
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
