import type { Database } from "better-sqlite3";
import type { Use } from "../../usage/usage.ts";
import type { UsageLog } from "../../usage/usage-log.ts";
import { wasGone } from "../storage/is-gone.ts";
import { storageFaultOf } from "../storage/storage-fault.ts";
import { storageOf } from "../storage/storage.ts";
import { prepareCheckUsage } from "./check-usage.ts";
import { prepareCloseUsage } from "./close-usage.ts";
import { prepareCountKeysUsed } from "./count-keys-used.ts";
import { prepareClients } from "./clients.ts";
import { endUses } from "./end-uses.ts";
import { prepareFileAll, type Filed } from "./file-all.ts";
import { prepareFiling } from "./filing.ts";
import { createGroupCommit } from "./group-commit.ts";
import { createHeldUses, type HeldUses } from "./held-uses.ts";
import type { Disk } from "./holding.ts";
import { prepareKeysEverUsed } from "./keys-ever-used.ts";
import { prepareLastUses } from "./last-uses.ts";
import { prepareRankUsage } from "./rank-usage.ts";
import { createRounds, type Rounds } from "./rounds.ts";
import { prepareSumOfSecrets } from "./sum-of-secrets.ts";
import { prepareSumUsage } from "./sum-usage.ts";
import { prepareUnusedKeys } from "./unused-keys.ts";
import { prepareUseJournal, type UseJournal } from "./use-journal.ts";

/** A wait holds up every request; what is written here is tried again between turns. */
const patienceMs = 10;
/** Until what was used is filed. The longer it waits, the more of a key's uses are written as one. */
const pauses = { first: 10_000, next: 5 };

/**
 * Keeps usage in a database of its own, opened with `usageMigrations`. Each turn of the event loop is one row of
 * a journal; a while later what is in it is filed into hours and sums. What cannot be written is held in memory, added up.
 * `onFailure` hears when that begins.
 */
export function createSqliteUsageLog(database: Database, onFailure: (cause: unknown) => void): UsageLog {
  const held = createHeldUses();
  const disk = diskOf(database, held);
  const journal = prepareUseJournal(database);
  let target = journal;
  const filing = prepareFiling(database, journal, onFailure);
  const rounds = prepareRounds({ journal, filing, ...disk }, onFailure);
  const append: UseJournal["append"] = (some) => target.append(some);
  const uses = createGroupCommit<Use>(append, { ...disk, held, onFailure, onWritten: rounds.soon });
  const fileAll = prepareFileAll({ journal, filing }, onFailure);
  const closeUsage = prepareCloseUsage(database, journal, filing);
  async function file(): Promise<void> {
    uses.flush();
    // Whoever may only look finds what others have filed, and filing needs room.
    if (!database.readonly && !disk.hasTrouble()) await fileAll();
  }
  database.pragma(`busy_timeout = ${patienceMs}`);
  if (!database.readonly && journal.last() > 0) rounds.soon();

  return {
    record: (use) => uses.add(use),
    isWritable: () => uses.isWritable(),
    isCounting: () => !held.isFull() || wasGone(database),
    countHeld: () => held.count(),
    countUnfiled: () => journal.countRows(),
    ...prepareQuestions(database, file),

    async closeBefore(end) {
      await file();
      await closeUsage(end);
    },

    close() {
      if (!database.open) return;
      rounds.stop();
      endUses(database, { uses, held, writeTo: (journal) => (target = journal), onFailure });
      database.close();
    },
  };
}

/** `file`: what was recorded before a question belongs to its answer. */
function prepareQuestions(database: Database, file: () => Promise<void>) {
  const current =
    <Asked extends unknown[], Found>(read: (...asked: Asked) => Found | Promise<Found>) =>
    async (...asked: Asked): Promise<Found> => {
      await file();
      return read(...asked);
    };
  return {
    clients: current(prepareClients(database)),
    lastUses: current(prepareLastUses(database)),
    countKeysUsed: current(prepareCountKeysUsed(database)),
    unusedKeys: current(prepareUnusedKeys(database)),
    keysEverUsed: current(prepareKeysEverUsed(database)),
    sum: current(prepareSumUsage(database)),
    rank: current(prepareRankUsage(database)),
    sumOfSecrets: current(prepareSumOfSecrets(database)),
    check: current(prepareCheckUsage(database)),
  } satisfies Partial<UsageLog>;
}

function diskOf(database: Database, held: Pick<HeldUses, "isFull">): Disk {
  const storage = storageOf(database);
  return {
    // What is written into a file that was taken away may be lost, and is all the same when no more can be held: lost
    // counts stop no key.
    hasTrouble: () => storage.trouble() !== null || (wasGone(database) && !held.isFull()),
    isAtFault(cause) {
      const fault = storageFaultOf(cause);
      if (fault !== null) storage.note(fault);
      return fault !== null;
    },
  };
}

function prepareRounds(
  { journal, filing, hasTrouble }: Filed & Disk,
  onFailure: (cause: unknown) => void,
): Rounds {
  const rounds = createRounds(file, pauses, onFailure);
  function file(): boolean {
    if (hasTrouble()) {
      rounds.soon();
      return false;
    }
    const isMore = filing.step();
    // What came while the pass was under way waits for no further use.
    if (!isMore && journal.last() > 0) rounds.soon();
    return isMore;
  }
  return rounds;
}
