/** Entries of what was held that are written at once, so that requests are answered in between. */
const heldAtOnce = 1_000;

/** What cannot be written is kept here. */
export interface Held<Entry> {
  add(entry: Entry): void;
  some(most: number): readonly Entry[];
  forget(some: readonly Entry[]): void;
}

/** What is known of the disk. */
export interface Disk {
  /** Whether nothing can be written anyway, which need not be tried. */
  hasTrouble(): boolean;
  /** Whether what was thrown is a fault of the disk, which nobody waits for. */
  isAtFault(cause: unknown): boolean;
}

/** The time in which entries are held in memory, because they cannot be written. */
export interface Holding<Entry> {
  isUnderWay(): boolean;
  begin(entries: readonly Entry[]): void;
  /** Resolves at once. */
  add(entry: Entry): Promise<void>;
  /** Writes a part of what is held; with the last one it is over. `false`: something is left. */
  flush(): boolean;
  /** Writes all of it, whatever is known of the disk. `false`: it cannot be. */
  end(): boolean;
}

export function createHolding<Entry>(
  write: (entries: readonly Entry[]) => void,
  held: Held<Entry>,
  { hasTrouble, isAtFault }: Disk,
): Holding<Entry> {
  let isUnderWay = false;

  function writeSome(some: readonly Entry[]): boolean {
    try {
      if (some.length > 0) write(some);
      return true;
    } catch (cause) {
      isAtFault(cause);
      return false;
    }
  }

  function writeAll(): boolean {
    for (let some = held.some(heldAtOnce); some.length > 0; some = held.some(heldAtOnce)) {
      if (!writeSome(some)) return false;
      held.forget(some);
    }
    return true;
  }

  return {
    end: writeAll,
    isUnderWay: () => isUnderWay,
    begin(entries) {
      isUnderWay = true;
      for (const entry of entries) held.add(entry);
    },
    add: async (entry) => held.add(entry),
    flush() {
      if (hasTrouble()) return false;
      const some = held.some(heldAtOnce);
      if (!writeSome(some)) return false;
      held.forget(some);
      isUnderWay = some.length === heldAtOnce;
      return !isUnderWay;
    },
  };
}
