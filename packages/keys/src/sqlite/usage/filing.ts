import type { Database } from "better-sqlite3";
import { isBusy } from "../busy.ts";
import type { FileTallies } from "./file-tallies.ts";
import type { UseJournal } from "./use-journal.ts";

/** Milliseconds from a use to its filing, and from one batch to the next. */
const pauseMs = { first: 1_000, next: 20 };

/** Tallies what was used a moment ago and files it, batch by batch, so that requests are answered in between. */
export interface Filing {
  soon(): void;
  stop(): void;
}

interface Filed {
  readonly journal: UseJournal;
  readonly fileTallies: FileTallies;
}

export function createFiling(
  database: Database,
  { journal, fileTallies }: Filed,
  onFailure: (cause: unknown) => void,
): Filing {
  // What was used often in the meantime is filed once.
  const fileBatch = database.transaction(() => journal.tally(Number.MAX_SAFE_INTEGER) || fileTallies());
  let due: NodeJS.Timeout | null = null;

  function file(): void {
    due = null;
    try {
      if (fileBatch.immediate() > 0) due = setTimeout(file, pauseMs.next).unref();
    } catch (cause) {
      // Nothing is lost: it stays where it is, and counts in every answer.
      if (!isBusy(cause)) onFailure(cause);
      due = setTimeout(file, pauseMs.first).unref();
    }
  }

  return {
    soon() {
      due ??= setTimeout(file, pauseMs.first).unref();
    },
    stop() {
      if (due !== null) clearTimeout(due);
    },
  };
}
