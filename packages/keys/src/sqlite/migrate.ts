import type { Database } from "better-sqlite3";
import { DatabaseError } from "./database-error.ts";
import type { Migration } from "./migrations.ts";

/** "kat" and a format number, in SQLite's field for the application that owns a file. */
const applicationId = 0x6b61_7401;

/**
 * Brings a database to the schema of this version, in one transaction: killed
 * at any moment, it has the old schema or the new one. Of two processes that
 * start together, one migrates and the other finds it done.
 * @throws DatabaseError `not_ours`, `newer`
 */
export function migrate(database: Database, migrations: readonly Migration[], now: number): void {
  database
    .transaction(() => {
      claim(database);
      const applied = new Set(database.prepare<[], string>("select name from migration").pluck().all());
      assertKnown(applied, migrations);
      const record = database.prepare("insert into migration (name, applied_at) values (?, ?)");
      for (const { name, sql } of migrations) {
        if (applied.has(name)) continue;
        database.exec(sql);
        record.run(name, now);
      }
    })
    .immediate();
}

function claim(database: Database): void {
  if (database.pragma("application_id", { simple: true }) === applicationId) return;
  const tables = database.prepare("select count(*) from sqlite_schema").pluck().get();
  if (tables !== 0) {
    throw new DatabaseError("not_ours", `${database.name} is not a Katkey database.`);
  }
  database.pragma(`application_id = ${applicationId}`);
  database.exec("create table migration (name text primary key not null, applied_at integer not null)");
}

function assertKnown(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const message = `The database was written by a newer version of Katkey (it has ${unknown.join(", ")}).`;
  throw new DatabaseError("newer", message);
}
