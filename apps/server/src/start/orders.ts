/** Who says what this process is to do besides answering requests. */
export interface Orders {
  /** Resolves when it is to open the files; all that takes none can be done before. */
  readonly prepared: Promise<{
    /** No other process of this installation has opened them before it. */
    readonly isFirst: boolean;
  }>;
  /** Resolves when it is to listen. */
  readonly begun: Promise<unknown>;
  /** The last change of anything sealed that other processes know of, as a turn; 0: none. */
  latestTurn(): number;
  /** Has the operator told, by this process or another one. Resolves when it is done. */
  announced(tell: () => Promise<void>): Promise<void>;
  /** Has begun what one process does for all, once, unless another one does it. */
  onDuty(begin: () => void): void;
  /** Hears once that it is to end, and why. */
  onStop(stop: (why: string) => void): void;
  /** Once it listens no more: resolves when no connection can come to it that was on its way. */
  dismissed(): Promise<void>;
}

/** The orders of a process that is alone: told by signals to stop; by a second one, which no hang-up is, it ends at once, with 1. */
export function ordersBySignals(): Orders {
  let stopping = false;
  return {
    prepared: Promise.resolve({ isFirst: true }),
    begun: Promise.resolve(),
    latestTurn: () => 0,
    announced: (tell) => tell(),
    onDuty: (begin) => begin(),
    dismissed: () => Promise.resolve(),
    onStop(stop) {
      const hear = (signal: string) => {
        if (stopping) process.exit(1);
        stopping = true;
        stop(signal);
      };
      process.on("SIGTERM", hear);
      process.on("SIGINT", hear);
      process.on("SIGHUP", (signal) => stopping || hear(signal));
    },
  };
}
