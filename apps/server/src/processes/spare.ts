import type { WorkerProcess } from "./worker-process.ts";

/**
 * A process that has loaded all of the program, has the files open and waits to begin: to come so far takes more than a
 * second of a processor.
 */
export interface Spare {
  /** The spare one, or, where there is none, a new one. */
  take(): WorkerProcess;
  prepare(): void;
  /** What it has loaded is out of date, or of no use any more. It has nothing to answer. */
  dismiss(): void;
}

export function createSpare(fork: () => WorkerProcess): Spare {
  let waiting: WorkerProcess | null = null;

  function taken(): WorkerProcess | null {
    const worker = waiting;
    waiting = null;
    return worker;
  }

  return {
    take: () => taken() ?? fork(),
    prepare() {
      if (waiting !== null) return;
      const worker = fork();
      worker.tell({ kind: "prepare" });
      waiting = worker;
      worker.onEnd(() => {
        if (waiting === worker) waiting = null;
      });
    },
    dismiss: () => taken()?.kill(),
  };
}
