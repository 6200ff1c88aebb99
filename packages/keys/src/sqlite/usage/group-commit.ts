import { isBusy } from "../busy.ts";
import { createHolding, type Disk, type Held } from "./holding.ts";

/** Between tries while another process holds the file. */
const retryMs = 50;
/** After this, answers no longer wait for it: what they did is held. */
const patienceMs = 5_000;
/** Between looks whether what is held can be written. */
const heldRetryMs = 250;

interface Surroundings<Entry> extends Disk {
  readonly held: Held<Entry>;
  /** Hears once of each time in which nothing can be written. */
  onFailure(cause: unknown): void;
}

/** Entries of one turn of the event loop, written in one transaction at its end. */
export interface GroupCommit<Entry> {
  /** Resolves when the entry is written, or when it is held in memory, to be written once that is possible. */
  add(entry: Entry): Promise<void>;
  /** `false` while entries are held. */
  isWritable(): boolean;
  /** Writes what waits, now, or a part of what is held. `false`: something is left. */
  flush(): boolean;
  /** Writes all there is, for there is no later. `false`: what could not be written is held. */
  end(): boolean;
}

/** `write` writes all of the entries or none. */
export function createGroupCommit<Entry>(
  write: (entries: readonly Entry[]) => void,
  { onWritten, ...surroundings }: Surroundings<Entry> & { onWritten(): void },
): GroupCommit<Entry> {
  const writeAndTell = (entries: readonly Entry[]) => {
    write(entries);
    onWritten();
  };
  const { add, flush, end, isHolding } = createWriting(writeAndTell, surroundings);
  let due: NodeJS.Immediate | NodeJS.Timeout | null = null;

  function turn(): void {
    due = flush() ? null : setTimeout(turn, isHolding() ? heldRetryMs : retryMs).unref();
  }

  return {
    add(entry) {
      due ??= setImmediate(turn);
      return add(entry);
    },
    isWritable: () => !isHolding(),
    flush,
    end,
  };
}

function createWriting<Entry>(
  write: (entries: readonly Entry[]) => void,
  { held, onFailure, ...disk }: Surroundings<Entry>,
) {
  const waiting = createWaiting<Entry>();
  const holding = createHolding(write, held, disk);
  const patience = createPatience({ onFailure, onEnd: hold });

  /** Answers `false`: it is not written. */
  function hold(): false {
    holding.begin(waiting.entries());
    done();
    return false;
  }

  function done(): void {
    patience.restore();
    waiting.letGo();
  }

  function flushWaiting(): boolean {
    if (waiting.entries().length === 0) return true;
    try {
      if (disk.hasTrouble()) return hold();
      write(waiting.entries());
    } catch (cause) {
      if (!disk.isAtFault(cause)) patience.begin(cause);
      else {
        onFailure(cause);
        hold();
      }
      return false;
    }
    done();
    return true;
  }

  const flush = () => (holding.isUnderWay() ? holding.flush() : flushWaiting());
  return {
    add: (entry: Entry) => (holding.isUnderWay() ? holding.add(entry) : waiting.add(entry)),
    flush,
    isHolding: holding.isUnderWay,
    end(): boolean {
      if (flush()) return true;
      if (!holding.isUnderWay()) hold();
      return holding.end();
    },
  };
}

/** Entries whose answers wait. */
function createWaiting<Entry>() {
  let entries: Entry[] = [];
  let gone = Promise.withResolvers<void>();
  return {
    entries: (): readonly Entry[] => entries,
    add(entry: Entry): Promise<void> {
      entries.push(entry);
      return gone.promise;
    },
    letGo(): void {
      entries = [];
      gone.resolve();
      gone = Promise.withResolvers<void>();
    },
  };
}

function createPatience({ onFailure, onEnd }: { onFailure(cause: unknown): void; onEnd(): void }) {
  let running: NodeJS.Timeout | null = null;
  return {
    begin(cause: unknown): void {
      if (running !== null) return;
      // Another process that writes is nothing unusual, unless it goes on and on.
      if (!isBusy(cause)) onFailure(cause);
      running = setTimeout(() => {
        if (isBusy(cause)) onFailure(cause);
        onEnd();
      }, patienceMs).unref();
    },

    restore(): void {
      if (running !== null) clearTimeout(running);
      running = null;
    },
  };
}
