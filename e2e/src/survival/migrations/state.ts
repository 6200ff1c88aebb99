import Sqlite from "better-sqlite3";

/** What a migration could leave half done: the schema, what is noted as applied, and how many rows there are. */
export function stateOf(path: string): string {
  const database = new Sqlite(path, { fileMustExist: true });
  try {
    const verdict = database.pragma("integrity_check", { simple: true });
    const schema = database.prepare("select type, name, sql from sqlite_schema order by type, name").all();
    const tables = database
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
      .pluck()
      .all();
    const counts = tables.map((table) => [
      table,
      database.prepare(`select count(*) from "${table}"`).pluck().get(),
    ]);
    const applied = database.prepare("select name from migration order by name").pluck().all();
    return JSON.stringify({ verdict, applied, counts, schema });
  } finally {
    database.close();
  }
}
