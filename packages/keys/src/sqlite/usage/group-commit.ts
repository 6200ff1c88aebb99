import { isBusy } from "../busy.ts";

/** Between tries while the file cannot be written. */
const retryMs = 50;
/** After this, answers no longer wait, and nobody should be let in. */
const patienceMs = 5_000;

interface Listeners {
  onWritten(): void;
  /** Hears once of each time in which nothing can be written. */
  onFailure(cause: unknown): void;
}

/** Entries of one turn of the event loop, written in one transaction at its end. */
export interface GroupCommit<Entry> {
  /** Resolves when the entry is written, or when it has waited for too long and is still tried. */
  add(entry: Entry): Promise<void>;
  /** `false` while nothing can be written for longer than answers wait. */
  isWritable(): boolean;
  /** Writes what waits, now. `false`: it cannot be. */
  flush(): boolean;
}

/** `write` writes all of the entries or none. */
export function createGroupCommit<Entry>(
  write: (entries: readonly Entry[]) => void,
  { onWritten, onFailure }: Listeners,
): GroupCommit<Entry> {
  let waiting: Entry[] = [];
  let written = Promise.withResolvers<void>();
  let due: NodeJS.Immediate | NodeJS.Timeout | null = null;
  const patience = createPatience({ onFailure, onEnd: letGo });

  function letGo(): void {
    written.resolve();
    written = Promise.withResolvers<void>();
  }

  function flush(): boolean {
    if (waiting.length === 0) return true;
    try {
      write(waiting);
    } catch (cause) {
      patience.begin(cause);
      return false;
    }
    waiting = [];
    patience.restore();
    letGo();
    onWritten();
    return true;
  }

  function turn(): void {
    due = flush() ? null : setTimeout(turn, retryMs).unref();
  }

  return {
    add(entry) {
      waiting.push(entry);
      due ??= setImmediate(turn);
      return patience.isOver() ? Promise.resolve() : written.promise;
    },
    isWritable: () => !patience.isOver(),
    flush,
  };
}

function createPatience({ onFailure, onEnd }: Pick<Listeners, "onFailure"> & { onEnd(): void }) {
  let running: NodeJS.Timeout | null = null;
  let over = false;
  return {
    isOver: () => over,

    begin(cause: unknown): void {
      if (running !== null) return;
      // Another process that writes is nothing unusual, unless it goes on and on.
      if (!isBusy(cause)) onFailure(cause);
      running = setTimeout(() => {
        over = true;
        if (isBusy(cause)) onFailure(cause);
        onEnd();
      }, patienceMs).unref();
    },

    restore(): void {
      if (running === null) return;
      clearTimeout(running);
      running = null;
      over = false;
    },
  };
}
