import type { Log } from "../log.ts";
import type { Ending, WorkerProcess } from "./worker-process.ts";

/** A little more than a worker takes that cuts what does not end; and for one that has nothing to answer yet. */
const mostMsToLeave = { serving: 9_500, starting: 2_000 } as const;
const nothingToAnswer: Ending = { code: 0, signal: null };

/** One worker among the others. */
export interface Member {
  readonly worker: WorkerProcess;
  /** Whether it came to listen before it ended. */
  readonly started: Promise<boolean>;
  readonly ended: Promise<Ending>;
  readonly isServing: boolean;
  readonly isLeaving: boolean;
  readonly hasEnded: boolean;
  /** Has it answer what it has, and end. One that does not is ended. */
  leave(why: string): Promise<Ending>;
}

export function memberOf(worker: WorkerProcess, log: Log): Member {
  const { promise: started, resolve: start } = Promise.withResolvers<boolean>();
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>();
  let isListening = false;
  let hasEnded = false;
  let isLeaving = false;
  worker.onListening(() => {
    isListening = true;
    start(true);
  });
  worker.onEnd((ending) => {
    hasEnded = true;
    start(false);
    end(ending);
  });
  return {
    worker,
    started,
    ended,
    get isServing() {
      return isListening && !isLeaving && !hasEnded;
    },
    get isLeaving() {
      return isLeaving;
    },
    get hasEnded() {
      return hasEnded;
    },
    async leave(why) {
      if (isLeaving) return ended;
      isLeaving = true;
      const late = setTimeout(
        () => {
          if (isListening) log.error({ process: worker.pid }, "a process did not end, and was killed");
          worker.kill();
        },
        mostMsToLeave[isListening ? "serving" : "starting"],
      );
      worker.tell({ kind: "stop", why });
      const ending = await ended;
      clearTimeout(late);
      return isListening ? ending : nothingToAnswer;
    },
  };
}
