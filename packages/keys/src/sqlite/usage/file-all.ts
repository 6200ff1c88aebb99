import { setImmediate as nextTurn } from "node:timers/promises";
import { isBusy, retriedWhileBusy } from "../busy.ts";
import type { Filing } from "./filing.ts";
import type { UseJournal } from "./use-journal.ts";

export interface Filed {
  readonly journal: UseJournal;
  readonly filing: Filing;
}

/** Prepares the filing of all that is in the journal now, in pieces, so that requests are answered in between. */
export function prepareFileAll({ journal, filing }: Filed, onFailure: (cause: unknown) => void) {
  return async (): Promise<void> => {
    const last = journal.last();
    try {
      while (journal.isWaiting(last)) {
        await retriedWhileBusy(() => filing.step());
        await nextTurn();
      }
    } catch (cause) {
      if (isBusy(cause)) throw cause;
      // On a full disk what was filed before can still be read.
      onFailure(cause);
    }
  };
}
