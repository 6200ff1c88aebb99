import Sqlite, { type Database } from "better-sqlite3";
import { assertPresent } from "./assert-present.ts";
import { assertMigrated } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import type { Sealing } from "../seal/seal-connection.ts";
import { configure, explained, seal } from "./open-database.ts";

/** Whoever holds nobody up has time to wait for whoever writes. */
const patienceMs = 10_000;

/**
 * Opens a database that is there, for looking only: safe beside a running server, of whatever version.
 * @throws DatabaseError with one sentence, whatever is wrong with the file.
 */
export function readDatabase(path: string, migrations: readonly Migration[]): Database {
  return existing(path, migrations, { readonly: true });
}

/**
 * Opens a database that is there, for a change beside its running server: it must be of this version, and is not
 * brought to it. `sealing`: as for `openDatabase`. @throws DatabaseError with one sentence, whatever is wrong with the file.
 */
export function changeDatabase(
  path: string,
  migrations: readonly Migration[],
  sealing?: Sealing | null,
): Database {
  const database = existing(path, migrations, { readonly: false });
  try {
    configure(database, "full");
    if (sealing !== undefined) seal(database, sealing);
    return database;
  } catch (cause) {
    database.close();
    throw explained(path, cause);
  }
}

function existing(
  path: string,
  migrations: readonly Migration[],
  { readonly }: { readonly readonly: boolean },
): Database {
  try {
    assertPresent(path);
    const database = new Sqlite(path, { readonly, fileMustExist: true, timeout: patienceMs });
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
