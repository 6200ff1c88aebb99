import { statusOf } from "./writing.ts";
import type { RunningServer } from "../../harness/server.ts";

const clients = 8;

export interface Load {
  /** Milliseconds of the requests that were answered since it was asked last, the shortest first. */
  taken(): readonly number[];
  stop(): Promise<void>;
}

/** Sends one request of a key after the other, over several connections, until it is told to stop. */
export function load(server: Pick<RunningServer, "url">, token: string): Load {
  let durations: number[] = [];
  let stopped = false;
  async function client(): Promise<void> {
    while (!stopped) {
      const sentAt = performance.now();
      const status = await statusOf(server, token);
      if (status !== 200) throw new Error(`a request was answered ${status}`);
      durations.push(performance.now() - sentAt);
    }
  }
  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    taken() {
      const all = durations.toSorted((one, other) => one - other);
      durations = [];
      return all;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** So many of a hundred are no longer than this. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
