import { isBusy } from "../busy.ts";

interface Pauses {
  /** Milliseconds until it is begun. */
  readonly first: number;
  /** And from one piece to the next. */
  readonly next: number;
}

/** Work that is done a while after there is some, piece by piece, so that requests are answered in between. */
export interface Rounds {
  soon(): void;
  stop(): void;
}

/** `work` does one piece, and tells whether there is more. What it throws is tried again. */
export function createRounds(
  work: () => boolean,
  pauses: Pauses,
  onFailure: (cause: unknown) => void,
): Rounds {
  let due: NodeJS.Timeout | null = null;
  let stopped = false;

  function begin(): void {
    due = null;
    try {
      if (work()) due = setTimeout(begin, pauses.next).unref();
    } catch (cause) {
      if (!isBusy(cause)) onFailure(cause);
      due = setTimeout(begin, pauses.first).unref();
    }
  }

  return {
    soon() {
      if (!stopped) due ??= setTimeout(begin, pauses.first).unref();
    },
    stop() {
      stopped = true;
      if (due !== null) clearTimeout(due);
    },
  };
}
