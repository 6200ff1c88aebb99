import Sqlite, { type Database } from "better-sqlite3";
import { isBusy } from "../busy.ts";
import { assertPresent } from "./assert-present.ts";
import { DatabaseError } from "./database-error.ts";
import { assertMigrated } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import type { Sealing } from "../seal/seal-connection.ts";
import { configure, explained, seal } from "./open-database.ts";

/** Whoever holds nobody up has time to wait for whoever writes. */
const patienceMs = 10_000;

/** A command that looks is soon done; a server is not. */
const alonePatienceMs = 1_000;

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
  return changing(existing(path, migrations, { readonly: false }), sealing);
}

/**
 * The same for a change that no server may see half done: nobody else has it open, and nobody opens it until it is
 * closed. @throws DatabaseError `in_use`, or with one sentence, whatever is wrong with the file.
 */
export function changeDatabaseAlone(
  path: string,
  migrations: readonly Migration[],
  sealing?: Sealing | null,
): Database {
  return changing(existing(path, migrations, { readonly: false, alone: true }), sealing);
}

function changing(database: Database, sealing: Sealing | null | undefined): Database {
  try {
    configure(database, "full");
    if (sealing !== undefined) seal(database, sealing);
    return database;
  } catch (cause) {
    database.close();
    throw explained(database.name, cause);
  }
}

function existing(
  path: string,
  migrations: readonly Migration[],
  { readonly, alone = false }: { readonly readonly: boolean; readonly alone?: boolean },
): Database {
  try {
    assertPresent(path);
    const timeout = alone ? alonePatienceMs : patienceMs;
    const database = new Sqlite(path, { readonly, fileMustExist: true, timeout });
    try {
      if (alone) keepOthersOut(database);
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

/**
 * Whoever has read a file in WAL mode holds a shared lock on it until they close it, with which an exclusive one does
 * not go together; and SQLite keeps that one in this mode, https://sqlite.org/pragma.html#pragma_locking_mode
 */
function keepOthersOut(database: Database): void {
  database.pragma("locking_mode = exclusive");
  try {
    database.exec("begin exclusive; rollback");
  } catch (cause) {
    if (!isBusy(cause)) throw cause;
    const message = `Another process, such as the server, has ${database.name} open: stop it first. Nothing was changed.`;
    throw new DatabaseError("in_use", message, { cause });
  }
}
