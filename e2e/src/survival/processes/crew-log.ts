import { setTimeout as sleep } from "node:timers/promises";
import type { RunningServer } from "../../harness/server.ts";

interface Line {
  readonly msg: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly process?: number;
}

const withinMs = 300_000;

/** The log's lines that say this, in their order. */
export function linesSaying(server: RunningServer, msg: string): readonly Line[] {
  return server
    .logs()
    .split("\n")
    .filter((line) => line.includes(`"msg":"${msg}"`))
    .map((line) => JSON.parse(line) as Line);
}

/** @throws Error when the log does not say it so many times within five minutes */
export async function said(server: RunningServer, msg: string, times = 1): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (linesSaying(server, msg).length < times) {
    if (performance.now() > deadline)
      throw new Error(`the log did not say “${msg}” ${times} times:\n${withoutRefusals(server.logs())}`);
    await sleep(5);
  }
}

/** The ids of the processes that answer requests. */
export function pidsOf(server: RunningServer): readonly number[] {
  const pids = (msg: string) => linesSaying(server, msg).map((line) => line.process ?? 0);
  const gone = new Set([...pids("stopping"), ...pids("a process ended; another one takes its place")]);
  return pids("listening").filter((pid) => !gone.has(pid));
}

/** One is ready, and was not told to listen. The spare one is the last that is started. */
export function hasSpare(server: RunningServer): boolean {
  const [ready, listening] = [linesSaying(server, "ready to listen"), linesSaying(server, "listening")];
  return ready.length > 0 && !listening.some((line) => line.process === ready.at(-1)?.process);
}

function withoutRefusals(logs: string): string {
  const lines = logs.split("\n").filter((line) => !line.includes('"msg":"refused"'));
  return lines.join("\n");
}
