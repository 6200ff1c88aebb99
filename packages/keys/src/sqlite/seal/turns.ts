import type { Database } from "better-sqlite3";
import { KeyError } from "../../errors.ts";
import type { SealKeys, Value } from "./mac.ts";
import { isTotalOurs, isTotalSound, putBack, selectTotal, type Sealable, type Total } from "./total.ts";

/**
 * The latest turn of each sealed row that was ever changed, as a connection knows it. A row that was put back as it had
 * been, with the seal that it had then, would be sound by itself; what is older than what is known is not believed.
 */
export interface Turns {
  latestOf(table: string, id: Value): number;
  /**
   * Later than all there were. `gives`: to a row that goes on to let somebody in.
   * @throws KeyError `schema_altered`: the total is not ours, so that nobody knows what there was
   * @throws DatabaseError `put_back`: it is in doubt which row is the latest, and another turn would settle it
   */
  next(total: Total, gives: boolean): number;
  /** From now on rows are only ended. */
  doubt(): void;
  readonly isInDoubt: () => boolean;
  /**
   * Reads what was changed since, by whichever connection, and returns the last turn of all that is known. Not within a
   * transaction, which could be rolled back.
   */
  learn(): number;
}

const sealedByOthers =
  "The database was sealed with a key that is not known here, or somebody has altered its seals. Nothing was changed.";

const known = new WeakMap<Database, Turns>();

/** From now on this connection knows turns. What the file says now is believed: its first reader looks at the total. */
export function knowTurns(database: Database, keys: SealKeys): Turns {
  const latest = new Map<string, number>();
  /** By a total that is ours: a turn that somebody has made up must not hide those that come before it. */
  let last = 0;
  let isInDoubt = false;
  const total = database.prepare<[], Total>(selectTotal);
  const since = database
    .prepare<[number], [string, Value, number]>("select sealed, id, turn from main.seal where turn > ?")
    .raw();
  const turns: Turns = {
    latestOf: (table, id) => latest.get(nameOf(table, id)) ?? 0,
    next(found, gives) {
      if (isInDoubt && gives) throw putBack(database);
      const next = 1 + Math.max(last, found.last);
      if (!isTotalOurs(found, keys) || !Number.isSafeInteger(next))
        throw new KeyError("schema_altered", sealedByOthers);
      return next;
    },
    doubt() {
      isInDoubt = true;
    },
    isInDoubt: () => isInDoubt,
    learn() {
      // First, so that it is not of later turns than those that are read.
      const found = total.get();
      for (const [table, id, turn] of since.iterate(last)) {
        const name = nameOf(table, id);
        latest.set(name, Math.max(turn, latest.get(name) ?? 0));
      }
      if (found !== undefined && found.last > last && isTotalOurs(found, keys)) last = found.last;
      return last;
    },
  };
  turns.learn();
  known.set(database, turns);
  return turns;
}

/**
 * For a connection that has seen no change yet, and so believes what the file says: where rows were put back, whatever
 * it changed of one would make that the latest, which running processes believe. It may still end them.
 */
export function doubtWhatWasPutBack(database: Database, sealable: Sealable): void {
  if (!isTotalSound(database, sealable)) known.get(database)?.doubt();
}

/** Whether rows were put back, as `doubtWhatWasPutBack` has seen; `false` where it was not asked. */
export function isInDoubt(database: Database): boolean {
  return known.get(database)?.isInDoubt() ?? false;
}

/** Learns what was changed since, and returns the last turn of all that is known; 0 where this connection does not seal. */
export function learnTurns(database: Database): number {
  return known.get(database)?.learn() ?? 0;
}

/**
 * For a connection that has seen no change yet, beside others that have: everything that is sealed may have been put back
 * together, which adds up. `turn`: the last that any of them knows. @throws DatabaseError `put_back`
 */
export function assertKnowsTurn(database: Database, turn: number): void {
  if (learnTurns(database) < turn) throw putBack(database);
}

function nameOf(table: string, id: Value): string {
  return `${table} ${id instanceof Uint8Array ? Buffer.from(id).toString("hex") : String(id)}`;
}
