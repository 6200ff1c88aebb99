import Sqlite, { type Database } from "better-sqlite3";
import { isBusy } from "../busy.ts";
import { assertPresent } from "./assert-present.ts";
import { DatabaseError } from "./database-error.ts";
import { defineFolded } from "../define-folded.ts";
import { assertKnown, assertMigrated, isMigrated } from "./migrate.ts";
import type { Migration } from "./migrations.ts";
import { openToLook, patienceMs, reader } from "./open-to-look.ts";
import { assertSealed } from "../seal/assert-sealed.ts";
import type { Sealing } from "../seal/seal-connection.ts";
import { assertNothingPutBack } from "../seal/total.ts";
import { doubtWhatWasPutBack } from "../seal/turns.ts";
import { assertWhole, configure, explained, seal } from "./open-database.ts";

/** A command that looks is soon done; a server is not. */
const alonePatienceMs = 1_000;

/**
 * Opens a database that is there, for looking only: safe beside a running server, of whatever version.
 * @throws DatabaseError with one sentence, whatever is wrong with the file.
 */
export function readDatabase(path: string, migrations: readonly Migration[]): Database {
  return looking(path, () => ({ database: reader(path), alias: null }), preparedToLook({ migrations }));
}

/**
 * The same, and every file stays as it is, also where SQLite would mend what a server left that was killed. Good where
 * nobody opens it meanwhile who had not: ask `isOpenElsewhere` before and after. `sealing`: as for `openDatabase`.
 */
export function lookAtDatabase(
  path: string,
  migrations: readonly Migration[],
  sealing?: Sealing | null,
): Database {
  return looking(path, () => openToLook(path), preparedToLook({ migrations, sealing }));
}

/**
 * Looks at all of a database before a first process opens it for writing, who would fold into it whatever log lies
 * beside it: what is refused here is left as it is. What is found damaged later could have been served.
 * @throws DatabaseError with one sentence, whatever is wrong with the file.
 */
export function lookFirst(path: string, wanted: Looking): void {
  const look = () =>
    looking(
      path,
      () => openToLook(path),
      (database) => assertUsable(database, wanted),
    ).close();
  try {
    look();
  } catch {
    // Another process may have opened it meanwhile, and written below the feet of who looks.
    look();
  }
}

/** As `lookAtDatabase`, refused where `openDatabase` would be with `mustBeLatest`, or because it is of an older version. */
export function lookAsAStart(
  path: string,
  migrations: readonly Migration[],
  sealing: Sealing | null,
): Database {
  return looking(
    path,
    () => openToLook(path),
    (database) => {
      preparedToLook({ migrations, sealing })(database);
      if (sealing !== null) assertNothingPutBack(database, sealing);
    },
  );
}

/** As `lookAtDatabase`, of a file of this or an older version. */
export function lookAtAnyVersion(path: string, migrations: readonly Migration[]): Database {
  return looking(
    path,
    () => openToLook(path),
    (database) => assertKnown(database, migrations),
  );
}

interface Looking {
  readonly migrations: readonly Migration[];
  readonly sealing?: Sealing | null | undefined;
}

function assertUsable(database: Database, { migrations, sealing }: Looking): void {
  assertKnown(database, migrations);
  assertWhole(database);
  // Of an older version there may be nothing yet to hold a seal.
  if (sealing !== undefined && isMigrated(database, migrations))
    assertSealed(database, sealing?.keys ?? null);
}

function preparedToLook({ migrations, sealing }: Looking) {
  return (database: Database): void => {
    assertMigrated(database, migrations);
    defineFolded(database);
    if (sealing !== undefined) seal(database, sealing);
  };
}

function looking(
  path: string,
  open: () => ReturnType<typeof openToLook>,
  prepare: (database: Database) => void,
): Database {
  let alias: string | null = null;
  try {
    assertPresent(path);
    const found = open();
    ({ alias } = found);
    return usable(found.database, prepare);
  } catch (cause) {
    throw named(explained(path, cause), path, alias);
  }
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
  return changing(path, patienceMs, (database) => prepare(database, migrations, sealing));
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
  return changing(path, alonePatienceMs, (database) => {
    keepOthersOut(database);
    prepare(database, migrations, sealing);
  });
}

function prepare(
  database: Database,
  migrations: readonly Migration[],
  sealing: Sealing | null | undefined,
): void {
  assertMigrated(database, migrations);
  configure(database, "full");
  if (sealing !== undefined) seal(database, sealing);
  if (sealing) doubtWhatWasPutBack(database, sealing);
}

function changing(path: string, timeout: number, make: (database: Database) => void): Database {
  try {
    assertPresent(path);
    return usable(new Sqlite(path, { fileMustExist: true, timeout }), make);
  } catch (cause) {
    throw explained(path, cause);
  }
}

function usable(database: Database, make: (database: Database) => void): Database {
  try {
    make(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** By the name that is known to whoever is told. */
function named(cause: unknown, path: string, alias: string | null): unknown {
  if (alias === null || !(cause instanceof DatabaseError)) return cause;
  return new DatabaseError(cause.code, cause.message.replaceAll(alias, path), { cause });
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
