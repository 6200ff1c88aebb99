import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { isBusy, retriedWhileBusy } from "../busy.ts";
import type { UseJournal } from "./use-journal.ts";

/** Prepares the tallying of all that is in the journal now, in parts, so that requests are answered in between. */
export function prepareTallyAll(
  database: Database,
  journal: UseJournal,
  onFailure: (cause: unknown) => void,
) {
  const tallySome = database.transaction((upTo: number) => journal.tally(upTo));
  return async (): Promise<void> => {
    const last = journal.last();
    if (last === 0) return;
    try {
      while ((await retriedWhileBusy(() => tallySome.immediate(last))) > 0) await nextTurn();
    } catch (cause) {
      if (isBusy(cause)) throw cause;
      // On a full disk what was tallied before can still be read.
      onFailure(cause);
    }
  };
}
