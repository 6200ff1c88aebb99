import { ClockError, createSteadyClock, toldTime } from "@katkey/keys";
import { changeDatabase, createSqliteClockMarks, keysMigrations } from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { sealingOf } from "@katkey/server/sealing";
import { defineCommand, type Answer } from "../command/command.ts";

export const clockReset = defineCommand({
  example: "katkey clock reset",
  changes: () => true,
  async run({ actor, machineNow: now }) {
    const config = readConfig();
    const { database: path } = findDataDirectory(config.dataDirectory);
    const database = changeDatabase(
      path,
      keysMigrations,
      sealingOf(config, () => {}),
    );
    try {
      const marks = createSqliteClockMarks(database);
      const mark = marks.find();
      if (mark === null || isRight(now, mark)) return nothingDone(now, mark);
      await marks.reset({ actor, now, address: null, requestId: null }, now);
      return toldOf(now, mark);
    } finally {
      database.close();
    }
  },
});

type Mark = NonNullable<Parameters<typeof createSteadyClock>[1]>;

/** A server that starts now would go by it, and tell of no trouble. */
function isRight(now: number, mark: Mark): boolean {
  try {
    return createSteadyClock({ now: () => now, monotonic: () => 0 }, mark).troubles().length === 0;
  } catch (error) {
    if (error instanceof ClockError) return false;
    throw error;
  }
}

function nothingDone(now: number, mark: Mark | null): Answer {
  const [is, was] = [toldTime(now), mark && toldTime(mark.at)];
  const judged = was === null ? "no server has judged by a clock yet" : `servers last judged by ${was}`;
  return {
    json: { before: was, now: is, reset: false },
    lines: [`There is nothing to put right: this machine's clock says ${is}, and ${judged}.`],
  };
}

function toldOf(now: number, mark: Mark): Answer {
  const [is, was] = [toldTime(now), toldTime(mark.at)];
  const goesBack = now < mark.at;
  const means = goesBack
    ? "What has expired between the two is accepted again until then, replaced secrets too; what was revoked stays so. If this machine's clock is wrong, set it right and run this once more."
    : "What was to expire between the two has expired. If this machine's clock is wrong, set it right and run this once more.";
  return {
    json: { before: was, now: is, reset: true },
    lines: [`Time is what this machine's clock says, ${is}. It was ${was}.`],
    notes: [`${means} Running servers follow within ten seconds.`],
  };
}
