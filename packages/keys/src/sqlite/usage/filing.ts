import type { Database } from "better-sqlite3";
import { isBusy } from "../busy.ts";
import type { FileTallies } from "./file-tallies.ts";

/** Milliseconds from a tally to its filing, and from one batch to the next. */
const pauseMs = { first: 1_000, next: 20 };

/** Files what was tallied a moment ago, batch by batch, so that requests are answered in between. */
export interface Filing {
  soon(): void;
  stop(): void;
}

export function createFiling(
  database: Database,
  fileTallies: FileTallies,
  onFailure: (cause: unknown) => void,
): Filing {
  const fileBatch = database.transaction(() => fileTallies());
  let due: NodeJS.Timeout | null = null;

  function file(): void {
    due = null;
    try {
      if (fileBatch.immediate() > 0) due = setTimeout(file, pauseMs.next).unref();
    } catch (cause) {
      // Nothing is lost: it stays tallied, and counts in every answer.
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
