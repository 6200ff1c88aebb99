import { ClockError, createSteadyClock, toldTime } from "@katkey/keys";
import { everyChain, type Logs } from "../audit/chains.ts";
import { remedies } from "./remedies.ts";

/** Whether the machine's clock agrees with what was judged by, and written, already. */
export async function clockFindings(logs: Logs, now: number): Promise<readonly string[]> {
  const latest = logs.clockMark()?.at ?? Math.max(now, await newestEntry(logs));
  const [says, was] = [now, latest].map(toldTime);
  try {
    const clock = createSteadyClock({ now: () => now, monotonic: () => 0 }, { at: latest, resets: 0 });
    return clock
      .troubles()
      .map(
        (trouble) => `This machine says ${says}, and the servers were last at ${was}. ${remedies[trouble]}`,
      );
  } catch (error) {
    if (error instanceof ClockError) return [error.message];
    throw error;
  }
}

/** An older version kept no mark. */
async function newestEntry(logs: Logs): Promise<number> {
  let newest = 0;
  for (const { id } of await everyChain(logs)) {
    const [last] = (await logs.audit.list(id, { limit: 1 })).items;
    newest = Math.max(newest, last?.at ?? 0);
  }
  return newest;
}
