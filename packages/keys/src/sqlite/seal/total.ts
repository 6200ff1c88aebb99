import type { KeyObject } from "node:crypto";
import type { Database } from "better-sqlite3";
import { damaged, DatabaseError } from "../file/database-error.ts";
import { prepareLookAtSeals } from "./look-at-seals.ts";
import { isMac, macOf, type SealKeys, type Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";

// Every change of a row has a later turn than the one before, so that of all the seals a row ever had the present one
// has the highest. Whoever puts any of them back makes the total less, and older totals are of older last turns: to
// match one, everything must be put back that was changed since.

/** The total follows each seal that this connection changes, in the same transaction. `seal_next_turn` has looked at it. */
export const totalTriggers = `
  create temp trigger seal_total_changes after update of turn on main.seal when new.turn <> old.turn begin
    update seal_total set last = new.turn, turns = turns + new.turn - old.turn,
      mac = seal_of('seal_total', 0, 1, new.turn, turns + new.turn - old.turn);
  end;`;

/** The one row, as it is in the file. */
export interface Total {
  /** The latest turn of all. */
  readonly last: number;
  /** What all turns add up to. */
  readonly turns: number;
  readonly mac: Value;
}

export const selectTotal = "select last, turns, mac from seal_total";

/** Whether we sealed it. */
export function isTotalOurs({ last, turns, mac }: Total, { current, earlier }: SealKeys): boolean {
  return [current, ...earlier].some((key) => isMac(mac, macOfTotal(key, last, turns)));
}

/** What is sealed of a database, and with what. */
export interface Sealable {
  readonly keys: SealKeys;
  readonly tables: readonly SealedTable[];
}

/** Adds up all seals there are, as they are. */
export function totalSeals(database: Database, sealable: Sealable): void {
  database
    .transaction(() => {
      const { last, turns } = added(database, sealable);
      database
        .prepare("insert or replace into seal_total (id, last, turns, mac) values (1, ?, ?, ?)")
        .run(last, turns, macOfTotal(sealable.keys.current, last, turns));
    })
    .immediate();
}

/** Seals the total with the key that seals now, where it was an earlier one's. For a connection that seals. */
export function renewTotal(database: Database): void {
  database.exec(`update seal_total set mac = seal_of('seal_total', 0, id, last, turns)
    where seal_holds('seal_total', 0, mac, id, last, turns)`);
}

/** Whether no row that was changed since it was made was put back, taken away or changed past those who can seal. */
export function isTotalSound(database: Database, sealable: Sealable): boolean {
  return database.transaction(() => {
    const total = database.prepare<[], Total>(selectTotal).get();
    if (total === undefined || !isTotalOurs(total, sealable.keys)) return false;
    const { last, turns } = added(database, sealable);
    return last === total.last && turns === total.turns;
  })();
}

/** The latest that we have given, as far as anything of ours tells; 0: nothing does. */
export function latestTurn(database: Database, sealable: Sealable): number {
  const total = database.prepare<[], Total>(selectTotal).get();
  const noted = total !== undefined && isTotalOurs(total, sealable.keys) ? total.last : 0;
  return Math.max(noted, added(database, sealable).last);
}

/** @throws DatabaseError `put_back`; `damaged`: what is sealed could be looked up in an index that does not hold it */
export function assertNothingPutBack(database: Database, sealable: Sealable): void {
  for (const { name } of [{ name: "seal" }, ...sealable.tables]) assertIndexed(database, name);
  if (!isTotalSound(database, sealable)) throw putBack(database);
}

/** What a start looks at before does not compare indexes with their tables, https://sqlite.org/pragma.html#pragma_quick_check */
function assertIndexed(database: Database, table: string): void {
  const verdict = database.pragma(`main.integrity_check("${table}")`, { simple: true });
  if (verdict !== "ok") throw damaged(database.name, verdict);
}

export function putBack(database: Database): DatabaseError {
  const message = `${database.name} does not hold the rows that were sealed last: some were put back as they had been, changed or taken away. Restore a backup; or look at what katkey seal check says, and if you trust what is in it, run katkey seal apply --anew with the server stopped: docs/operations.md, "Rows that are not sound".`;
  return new DatabaseError("put_back", message);
}

/** The turns of all rows that are sound, and of those that we have disowned. */
function added(database: Database, { keys, tables }: Sealable) {
  let [last, turns] = [0, 0];
  for (const table of tables) {
    const look = prepareLookAtSeals(database, { keys, areChanged: true }, table);
    for (let rows = look(null); rows.length > 0; rows = look(rows.at(-1)?.id ?? null)) {
      for (const { turn, state, disowned } of rows) {
        if (state === "none" || (state === "broken" && disowned === null)) continue;
        last = Math.max(last, turn);
        turns += turn;
      }
    }
  }
  return { last, turns };
}

function macOfTotal(key: KeyObject, last: number, turns: number): Buffer {
  return macOf(key, { table: "seal_total", turn: 0, values: [1, last, turns] });
}
