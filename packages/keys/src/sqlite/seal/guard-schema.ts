import Sqlite, { type Database } from "better-sqlite3";
import { defineFolded } from "../define-folded.ts";
import { DatabaseError } from "../file/database-error.ts";
import { migrate } from "../file/migrate.ts";
import type { Migration } from "../file/migrations.ts";

interface SchemaObject {
  readonly name: string;
  readonly sql: string;
}

/**
 * What would have this connection itself make rows that it then seals: a trigger that no migration made, and a table
 * of ours that is not as they made it, such as one with another foreign key. What others add beside, as Litestream
 * does, changes no row of ours.
 */
const foreign = `main.sqlite_schema s where s.sql is not null and s.sql not in (select sql from temp.known_schema)
  and (s.type = 'trigger' or s.name in (select name from temp.known_schema))`;

/** Notes of what the schema of a file consists that all these migrations made. @throws DatabaseError `altered` */
export function knowSchema(database: Database, migrations: readonly Migration[]): void {
  database.exec("create temp table known_schema (sql text primary key, name text not null) without rowid");
  const know = database.prepare<[string, string]>("insert or ignore into temp.known_schema values (?, ?)");
  for (const { name, sql } of schemaOf(migrations)) know.run(sql, name);
  const found = database.prepare<[], string>(`select s.name from ${foreign} limit 1`).pluck().get();
  if (found === undefined) return;
  const message = `${database.name} is not as Katkey made it: look at ${found}, which somebody has added or changed.`;
  throw new DatabaseError("altered", message);
}

/** Nothing of a table is written while the schema is another one: asked each time, because the file is others' too. */
export const schemaGuardOf = (table: string) =>
  (["insert", "update"] as const)
    .map(
      (change) => `
    create temp trigger "seal_guards_${change}_${table}" before ${change} on main."${table}"
    when exists (select 1 from ${foreign}) begin
      select raise(abort, 'The schema of the database is not as Katkey made it.');
    end;`,
    )
    .join("");

function schemaOf(migrations: readonly Migration[]): readonly SchemaObject[] {
  const model = new Sqlite(":memory:");
  try {
    defineFolded(model);
    migrate(model, migrations, 0);
    return model.prepare<[], SchemaObject>("select name, sql from sqlite_schema where sql is not null").all();
  } finally {
    model.close();
  }
}
