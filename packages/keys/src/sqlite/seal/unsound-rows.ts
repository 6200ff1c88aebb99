import type { Database } from "better-sqlite3";
import type { Value } from "./mac.ts";
import type { SealedTable } from "./sealed-table.ts";

/** A sealed row, by its table and what names it there. */
export interface SealedRowName {
  readonly table: string;
  readonly id: string;
}

/** Rows that a connection has come upon, or heard of, and that are not what was sealed. */
interface UnsoundRows {
  /** At most a hundred. */
  list(): readonly SealedRowName[];
  /** Somebody has come upon it, or another process tells so. */
  note(row: SealedRowName): void;
  /** Looks which of them still are not sound, and forgets the others. To be called each second or so. */
  look(): void;
}

const most = 100;

const known = new WeakMap<Database, UnsoundRows>();

/** What this connection knows of; nothing where it does not seal. */
export function unsoundRowsOf(database: Database): UnsoundRows {
  return known.get(database) ?? none;
}

const none: UnsoundRows = { list: () => [], note() {}, look() {} };

interface Looking {
  readonly tables: readonly SealedTable[];
  /** SQL that is 0 where a row of the table is not sound. */
  readonly intact: (table: SealedTable) => string;
}

/** From now on this connection knows of them. */
export function knowUnsoundRows(database: Database, { tables, intact }: Looking) {
  const rows = new Map<string, SealedRowName>();
  const looks = new Map<string, (id: string) => boolean>();

  function lookFor(name: string): (id: string) => boolean {
    const table = tables.find((one) => one.name === name);
    if (table === undefined) return () => true;
    const sql = `select ${intact(table)} from main."${name}" where "${table.id}" = ?`;
    const ask = database.prepare<[string], number>(sql).pluck();
    return (id) => ask.get(id) !== 0;
  }

  function isSound({ table, id }: SealedRowName): boolean {
    const look = looks.get(table) ?? lookFor(table);
    looks.set(table, look);
    return look(id);
  }

  const unsound: UnsoundRows = {
    list: () => [...rows.values()],
    note(row) {
      if (rows.size < most) rows.set(`${row.table} ${row.id}`, row);
    },
    look() {
      for (const [name, row] of rows) if (isSound(row)) rows.delete(name);
    },
  };
  known.set(database, unsound);
  return {
    /** Of a table and the value that names a row; codes and tokens of apps, which have other names, go by themselves. */
    noteRow(table: string, id: Value): void {
      if (typeof id === "string") unsound.note({ table, id });
    },
  };
}
