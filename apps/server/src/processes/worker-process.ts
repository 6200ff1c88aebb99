import type { ChildProcess } from "node:child_process";
import cluster from "node:cluster";
import { isFromWorker, type FromPrimary, type FromWorker } from "./message.ts";

/** How a process ended: by itself with a code, or by a signal. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A worker, as the primary sees it. */
export interface WorkerProcess {
  readonly pid: number;
  tell(message: FromPrimary): void;
  kill(): void;
  onListening(hear: () => void): void;
  onMessage(hear: (message: FromWorker) => void): void;
  onEnd(hear: (ending: Ending) => void): void;
}

/** Starts this program once more. The port is the primary's, which hands new connections to its workers in turn. */
export function forkWorker(): WorkerProcess {
  // Left to the system, one of them gets most connections; and only so does a closed one hand back what it got.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const worker = cluster.fork();
  closeUntaken(worker.process);
  // One that has just been killed cannot be written to: that it ended is told anyway.
  worker.on("error", () => {});
  return {
    pid: worker.process.pid ?? 0,
    tell: (message) => void worker.send(message, () => {}),
    kill: () => void worker.process.kill("SIGKILL"),
    onListening: (hear) => void worker.once("listening", () => hear()),
    onMessage(hear) {
      worker.on("message", (message: unknown) => {
        if (isFromWorker(message)) hear(message);
      });
    },
    onEnd: (hear) => void worker.once("exit", (code, signal) => hear({ code, signal })),
  };
}

/**
 * A connection that was on its way to a process that was killed is nobody's, and its client would wait for ever. It is
 * the latest that was handed over: the next one is only sent when that has been taken, and to close it then does nothing.
 */
function closeUntaken(worker: ChildProcess): void {
  const send: (...given: Parameters<ChildProcess["send"]>) => boolean = worker.send.bind(worker);
  let latest: Parameters<ChildProcess["send"]>[1];
  Object.assign(worker, {
    send(...given: Parameters<ChildProcess["send"]>) {
      if (typeof given[1] === "object") [, latest] = given;
      return send(...given);
    },
  });
  worker.once("exit", (_code, signal) => {
    if (signal !== null && latest && "close" in latest) latest.close();
  });
}
