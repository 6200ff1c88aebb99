import type { Database } from "better-sqlite3";

interface Column {
  readonly name: string;
  readonly type: string;
  readonly hidden: number;
}

/** Columns that hold JSON, which migrations read. */
const lists = new Set(["scopes", "addresses", "organizations", "default_addresses", "redirect_uris", "uses"]);

/** Puts made-up rows into every table that has none, each naming the row of the same number in other tables. */
export function fillEmptyTables(database: Database, rows: number): void {
  const tables = database
    .prepare<[], string>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migration'
       and sql not like 'create virtual%' order by rowid`,
    )
    .pluck()
    .all();
  database.pragma("foreign_keys = off");
  for (const table of tables) {
    const isEmpty = database.prepare(`select 1 from "${table}"`).get() === undefined;
    if (isEmpty) database.transaction(() => fill(database, table, rows))();
  }
  database.pragma("foreign_keys = on");
}

function fill(database: Database, table: string, rows: number): void {
  const columns = database
    .prepare<[string], Column>("select name, type, hidden from pragma_table_xinfo(?)")
    .all(table)
    .filter(({ hidden }) => hidden === 0);
  const references = new Map(
    database
      .prepare<[string], { from: string; table: string }>('select "from", "table" from pragma_foreign_key_list(?)')
      .all(table)
      .map(({ from, table }) => [from, table] as const),
  );
  const insert = database.prepare(
    `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join()}) values (${columns.map(() => "?").join()})`,
  );
  for (let row = 1; row <= rows; row += 1) {
    insert.run(columns.map((column) => valueOf(table, column, { row, references })));
  }
}

interface Place {
  readonly row: number;
  readonly references: ReadonlyMap<string, string>;
}

function valueOf(table: string, { name, type }: Column, { row, references }: Place): string | number | Buffer {
  const parent = references.get(name);
  if (parent !== undefined) return `${parent}_${row}`;
  if (name === "id" && /text/i.test(type)) return `${table}_${row}`;
  if (name === "organization_id") return `organization_${row}`;
  if (lists.has(name)) return "[]";
  if (/int/i.test(type)) return row;
  return /blob/i.test(type) ? Buffer.from(`${name}_${row}`) : `${name}_${row}`;
}
