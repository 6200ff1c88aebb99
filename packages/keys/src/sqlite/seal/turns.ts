import type { Database } from "better-sqlite3";
import type { SealedTable } from "./sealed-table.ts";

// A row that was put back as it had been, with the seal that it had then, would be sound by itself. So every change of
// a sealed row has a turn, and each connection knows the latest of each row: what is older is not believed.

/** Prepares this connection to know turns. What the file says now is believed: the sum of the seals vouches for it. */
export function knowTurns(database: Database): void {
  database.exec(`
    create temp table seal_known (sealed text not null, id not null, turn integer not null, primary key (sealed, id))
      without rowid;
    create index temp.seal_known_turn on seal_known (turn);`);
  prepareLearnTurns(database)();
}

/** SQL that learns all changes since those that are known, of whatever connection. */
export const learnTurns = `insert into seal_known select sealed, id, turn from main.seal
  where turn > (select coalesce(max(turn), 0) from temp.seal_known)
  on conflict do update set turn = excluded.turn where excluded.turn > turn`;

/** Prepares learning what others have changed since, which a connection must before it reads after a change of the file. */
export function prepareLearnTurns(database: Database): () => void {
  const knows = database.prepare("select 1 from temp.sqlite_schema where name = 'seal_known'").get();
  if (knows === undefined) return () => {};
  const learn = database.prepare(learnTurns);
  return () => void learn.run();
}

/** SQL for the turn of a change, which is later than all there were. Of rows that go when they have expired, no order is kept. */
export function nextTurn({ isSwept = false }: SealedTable): string {
  if (isSwept) return "0";
  return `1 + max(coalesce((select max(turn) from main.seal where turn > 0), 0),
    coalesce((select max(turn) from temp.seal_known), 0))`;
}

/** SQL for the latest turn that is known of the row of `seal`. */
export const knownTurn = `coalesce((select k.turn from temp.seal_known k where k.sealed = seal.sealed and k.id = seal.id), 0)`;
