import type { Database } from "better-sqlite3";
import type { Use } from "../../usage/usage.ts";
import type { UsageLog } from "../../usage/usage-log.ts";
import { prepareCheckUsage } from "./check-usage.ts";
import { prepareCloseUsage } from "./close-usage.ts";
import { prepareCountKeysUsed } from "./count-keys-used.ts";
import { prepareFileTallies } from "./file-tallies.ts";
import { createFiling } from "./filing.ts";
import { createGroupCommit } from "./group-commit.ts";
import { prepareKeysEverUsed } from "./keys-ever-used.ts";
import { prepareLastUses } from "./last-uses.ts";
import { prepareRankUsage } from "./rank-usage.ts";
import { prepareSumOfSecrets } from "./sum-of-secrets.ts";
import { prepareSumUsage } from "./sum-usage.ts";
import { prepareUnusedKeys } from "./unused-keys.ts";
import { prepareTallyAll } from "./tally-all.ts";
import { prepareUseJournal } from "./use-journal.ts";

/** A wait holds up every request; what is written here is tried again between turns. */
const patienceMs = 10;
/** At the end there is no later, and no request either. */
const lastPatienceMs = 5_000;

/**
 * Keeps usage in a database of its own, opened with `usageMigrations`. Each turn of the event loop is one row of
 * a journal; a moment later what is in it is tallied, and filed into hours and sums. `onFailure` hears when nothing
 * can be written.
 */
export function createSqliteUsageLog(database: Database, onFailure: (cause: unknown) => void): UsageLog {
  const fileTallies = prepareFileTallies(database);
  const journal = prepareUseJournal(database);
  const filing = createFiling(database, { journal, fileTallies }, onFailure);
  const uses = createGroupCommit<Use>(journal.append, { onFailure, onWritten: filing.soon });
  const countTallies = database.prepare<[], number>("select count(*) from tally").pluck();
  const closeUsage = prepareCloseUsage(database, journal, fileTallies);
  const tallyAll = prepareTallyAll(database, journal, onFailure);
  /** What was recorded before the question belongs to the answer. */
  const current =
    <Asked extends unknown[], Found>(read: (...asked: Asked) => Found | Promise<Found>) =>
    async (...asked: Asked): Promise<Found> => {
      uses.flush();
      await tallyAll();
      return read(...asked);
    };
  database.pragma(`busy_timeout = ${patienceMs}`);

  return {
    record: (use) => uses.add(use),
    isWritable: () => uses.isWritable(),

    lastUses: current(prepareLastUses(database)),
    countUnfiled: current(() => countTallies.get() ?? 0),
    countKeysUsed: current(prepareCountKeysUsed(database)),
    unusedKeys: current(prepareUnusedKeys(database)),
    keysEverUsed: current(prepareKeysEverUsed(database)),
    sum: current(prepareSumUsage(database)),
    rank: current(prepareRankUsage(database)),
    sumOfSecrets: current(prepareSumOfSecrets(database)),
    check: current(prepareCheckUsage(database)),

    async closeBefore(end) {
      uses.flush();
      await closeUsage(end);
    },

    close() {
      if (!database.open) return;
      filing.stop();
      database.pragma(`busy_timeout = ${lastPatienceMs}`);
      if (!uses.flush()) onFailure(new Error("The last uses could not be written before the end."));
      database.close();
    },
  };
}
