import { setTimeout as sleep } from "node:timers/promises";
import { getUser } from "../../harness/dashboard.ts";
import type { RunningServer } from "../../harness/server.ts";

/** What somebody who calls steadily saw: how long each answer took, in milliseconds, and what was no good answer. */
export interface Probes {
  readonly ms: readonly number[];
  readonly failures: readonly string[];
}

/** Calls with a good key every few milliseconds until told to stop. */
export function probe(server: RunningServer, token: string, everyMs: number): () => Promise<Probes> {
  const ms: number[] = [];
  const failures: string[] = [];
  let stopped = false;
  const calling = (async () => {
    while (!stopped) {
      const begun = performance.now();
      try {
        const answer = await getUser(server, token);
        await answer.arrayBuffer();
        if (answer.status !== 200) failures.push(`a good key was answered ${answer.status}`);
      } catch (error) {
        failures.push(`a good key was not answered: ${String(error)}`);
      }
      ms.push(performance.now() - begun);
      await sleep(everyMs);
    }
  })();
  return async () => {
    stopped = true;
    await calling;
    return { ms, failures };
  };
}
