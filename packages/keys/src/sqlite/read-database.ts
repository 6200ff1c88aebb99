import { existsSync } from "node:fs";
import Sqlite, { type Database } from "better-sqlite3";
import { DatabaseError } from "./database-error.ts";
import { assertMigrated } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import { explained } from "./open-database.ts";

/** Whoever only looks has time to wait for whoever writes. */
const patienceMs = 10_000;

/**
 * Opens a database that is there, for looking only: safe beside a running server, of whatever version.
 * @throws DatabaseError with one sentence, whatever is wrong with the file.
 */
export function readDatabase(path: string, migrations: readonly Migration[]): Database {
  try {
    if (!existsSync(path)) throw new DatabaseError("missing", `${path} is missing.`);
    const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: patienceMs });
    try {
      assertMigrated(database, migrations);
      return database;
    } catch (cause) {
      database.close();
      throw cause;
    }
  } catch (cause) {
    throw explained(path, cause);
  }
}
