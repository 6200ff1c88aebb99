import type { Database } from "better-sqlite3";
import type { Value } from "./mac.ts";

/**
 * The latest turn of each sealed row that was ever changed, as a connection knows it. A row that was put back as it had
 * been, with the seal that it had then, would be sound by itself; what is older than what is known is not believed.
 */
export interface Turns {
  latestOf(table: string, id: Value): number;
  /** Of all changes that are known. */
  last(): number;
  /** Reads what was changed since, by whichever connection. Not within a transaction, which could be rolled back. */
  learn(): void;
}

const known = new WeakMap<Database, Turns>();

/** From now on this connection knows turns. What the file says now is believed: its first reader has looked at the total. */
export function knowTurns(database: Database): Turns {
  const latest = new Map<string, number>();
  let last = 0;
  const since = database
    .prepare<[number], [string, Value, number]>(
      "select sealed, id, turn from main.seal where turn > ? order by turn",
    )
    .raw();
  const turns = {
    latestOf: (table: string, id: Value) => latest.get(nameOf(table, id)) ?? 0,
    last: () => last,
    learn() {
      for (const [table, id, turn] of since.iterate(last)) {
        latest.set(nameOf(table, id), turn);
        last = turn;
      }
    },
  };
  turns.learn();
  known.set(database, turns);
  return turns;
}

/** Learns what was changed since; nothing where this connection does not seal. */
export function learnTurns(database: Database): void {
  known.get(database)?.learn();
}

function nameOf(table: string, id: Value): string {
  return `${table} ${id instanceof Uint8Array ? Buffer.from(id).toString("hex") : String(id)}`;
}
