import type { Database } from "better-sqlite3";

type Values = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Inserts copies of the table's first row, each with some columns of its own: whatever columns it has by now. */
export function prepareCopyRow(database: Database, table: string): (own: Values) => void {
  const columns = database
    .prepare<[string], string>("select name from pragma_table_xinfo(?) where hidden = 0")
    .pluck()
    .all(table);
  const first = database.prepare<[], Values>(`select * from ${table} order by rowid limit 1`).get();
  const places = columns.map((column) => `@${column}`).join(", ");
  const insert = database.prepare<[Values]>(
    `insert into ${table} (${columns.join(", ")}) values (${places})`,
  );
  const kept = Object.fromEntries(columns.map((column) => [column, first?.[column] ?? null]));
  return (own) => void insert.run({ ...kept, ...own });
}
