import type { Database } from "better-sqlite3";
import type { Migration } from "../file/migrations.ts";
import { guardSchema } from "./guard-schema.ts";
import { disownedTable, isMac, macOf, type Sealed, type SealKeys, type Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";
import { totalTriggers } from "./total.ts";
import { knowTurns } from "./turns.ts";
import { knowUnsoundRows } from "./unsound-rows.ts";

export interface Sealing {
  readonly keys: SealKeys;
  readonly tables: readonly SealedTable[];
  /** All that make the file's schema, whoever they belong to. */
  readonly migrations: readonly Migration[];
  /** Told of each table of which a row was met that is not what was sealed. */
  readonly onBroken: (table: string) => void;
}

/** Not asked of SQLite: a table that somebody has added is looked at before a function of its own with that name. */
const sealingOnes = new WeakSet<Database>();

/** Turn and HMAC of a row's seal, and its values. */
type SealAndRow = [turn: number, mac: Value, ...values: Value[]];

/**
 * From now on every row of these tables that this connection writes is sealed, and it can be asked whether a row is
 * what was sealed. Triggers of the connection do it, so that no statement can forget it. A row that was changed from
 * outside is not sealed again by a further change, unless that ends it: that is disowned, which is later than all it was.
 * @throws DatabaseError `schema_altered`: its schema is not what the migrations make
 */
export function sealConnection(database: Database, { keys, tables, migrations, onBroken }: Sealing): void {
  const all = [keys.current, ...keys.earlier];
  const isOf = (mac: Value, row: Sealed) => all.some((key) => isMac(mac, macOf(key, row)));

  const options = { deterministic: true, varargs: true } as const;
  database.function("seal_of", options, (table: string, turn: number, ...values: Value[]) =>
    macOf(keys.current, { table, turn, values }),
  );
  const turns = knowTurns(database, keys);
  const { noteRow } = knowUnsoundRows(database, { tables, intact: (table) => intact(database, table) });
  const noteUnsound = (table: string, id: Value) => {
    noteRow(table, id);
    onBroken(table);
    return 0;
  };
  database.function("seal_holds", options, (table: string, ...[turn, mac, ...values]: SealAndRow) => {
    const isLatest = turn >= turns.latestOf(table, values[0] ?? null);
    const intact = isLatest && isOf(mac, { table, turn, values });
    return intact ? 1 : noteUnsound(table, values[0] ?? null);
  });
  // Absent rows, of an outer join, have no seal either.
  database.function("seal_missing", (table: string, id: Value) => (id === null ? 0 : noteUnsound(table, id)));
  const nextTurn = (...[last, sum, mac, gives]: [number, number, Value, number]) =>
    turns.next({ last, turns: sum, mac }, gives === 1);
  database.function("seal_next_turn", { varargs: true }, nextTurn);
  guardSchema(database, migrations);
  database.exec(totalTriggers);
  for (const table of tables) database.exec(triggersOf(table));
  sealingOnes.add(database);
}

/** Whether the connection seals. */
export function isSealing(database: Database): boolean {
  return sealingOnes.has(database);
}

/**
 * SQL that is 1 where the row of `alias` is what was sealed, and always 1 where the connection does not seal.
 * `alias`: of the table in the statement; absent: the table's own name.
 */
export function intact(database: Database, table: SealedTable, alias = table.name): string {
  if (!isSealing(database)) return "1";
  return `coalesce((select ${holds(table, alias)} from main.seal
    where sealed = '${table.name}' and id = "${alias}"."${table.id}"),
    seal_missing('${table.name}', "${alias}"."${table.id}"))`;
}

/** The columns that are sealed, of the row that stands under this name. */
function valuesOf({ columns }: SealedTable, row: string): string {
  return columns.map((column) => `"${row}"."${column}"`).join(", ");
}

/** SQL that is 1 where the seal that stands in the statement is that of this row, and the latest that is known of it. */
function holds(table: SealedTable, row: string): string {
  return `seal_holds('${table.name}', turn, mac, ${valuesOf(table, row)})`;
}

/** SQL for a turn later than all there were. Of rows that go when they have expired no order is kept. */
function nextTurnOf(table: SealedTable): string {
  if (table.isSwept) return "0";
  return nextTurn(table.follows ? "0" : `(${isEnd(table)}) is not true`);
}

function nextTurn(gives: string): string {
  return `(select seal_next_turn(last, turns, mac, ${gives}) from seal_total)`;
}

/**
 * SQL that is true of the change of a row that was changed from outside before, and goes on. Nobody believes what it says,
 * not even that it is suspended: with its seal it says so from now on, else who changed it could put it back as it had
 * been, sound and not suspended.
 */
function isDisowning(table: SealedTable): string {
  if (table.isSwept || table.follows) return "0";
  return `(${isEnd(table)}) is not true and not ${holds(table, "old")}`;
}

/**
 * SQL that is true of the change that ends a row for good. It is sealed as ended, whatever it was before: it lets nobody
 * in any more, and else who changed it could put it back as it had been, sound and not ended.
 */
function isEnd({ endedBy = [] }: SealedTable): string {
  return (
    endedBy.map((column) => `old."${column}" is null and new."${column}" is not null`).join(" or ") || "0"
  );
}

function triggersOf(table: SealedTable): string {
  const { name, id, columns } = table;
  const ofRow = (row: string) => `sealed = '${name}' and id = ${row}."${id}"`;
  return `
    create temp trigger "seal_new_${name}" after insert on main."${name}" begin
      insert into seal (sealed, id, mac) values ('${name}', new."${id}", seal_of('${name}', 0, ${valuesOf(table, "new")}))
      on conflict do update set mac = excluded.mac where turn = 0;
    end;
    create temp trigger "seal_changed_${name}"
    after update of ${columns.map((column) => `"${column}"`).join(", ")} on main."${name}" begin
      insert into seal (sealed, id, mac) select '${name}', new."${id}", x'' where ${table.isSwept || table.follows ? isEnd(table) : "1"} on conflict do nothing;
      update seal set (turn, mac) = (
        select next, seal_of('${disownedTable(name)}', next, new."${id}") from (select ${nextTurn("0")} as next))
      where ${ofRow("old")} and ${isDisowning(table)};
      update seal set (turn, mac) = (
        select next, seal_of('${name}', next, ${valuesOf(table, "new")}) from (select ${nextTurnOf(table)} as next))
      where ${ofRow("old")} and (${isEnd(table)} or ${holds(table, "old")});
    end;
    create temp trigger "seal_gone_${name}" after delete on main."${name}" begin
      delete from seal where ${ofRow("old")};
    end;`;
}
