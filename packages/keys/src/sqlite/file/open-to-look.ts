import { copyFileSync, existsSync, linkSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";

/** Whoever holds nobody up has time to wait for whoever writes. */
export const patienceMs = 10_000;

/**
 * Opens a database so that looking at it changes, makes and removes no file. Where others have it open, as any reader
 * does. Where nobody has, SQLite would make files beside it, so it is opened by a second name in a folder of its own,
 * with a copy of its log; that folder is gone again before anybody looks. Whoever opens it from then on knows nothing
 * of that reader, and may write below its feet: ask `isOpenElsewhere` afterwards.
 * `alias`: that second name; `null`: it is open by the name that was given.
 */
export function openToLook(path: string): { readonly database: Database; readonly alias: string | null } {
  const looked = bySecondName(path, (alias) => {
    if (existsSync(`${path}-shm`) && isLocked(alias)) return null;
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${alias}-wal`);
    return { database: reader(alias), alias };
  });
  return looked ?? { database: reader(path), alias: null };
}

/**
 * Whether another process, such as the server, has it open. Makes no file, either. Whoever has it open, by its own name,
 * has a `-shm` beside it; by a second one of theirs, others look as we do.
 */
export function isOpenElsewhere(path: string): boolean {
  return existsSync(`${path}-shm`) && (bySecondName(path, isLocked) ?? false);
}

/** For looking only, beside whoever writes. From the first question on it holds all files that it reads. */
export function reader(path: string): Database {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: patienceMs });
  try {
    readSome(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** `null`: this user may write nothing there, or the disk is full or knows no second names. */
function bySecondName<Value>(path: string, make: (alias: string) => Value): Value | null {
  let folder: string | null = null;
  try {
    folder = mkdtempSync(`${path}.look-`);
    const alias = join(folder, basename(path));
    linkSync(path, alias);
    return make(alias);
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause) return null;
    throw cause;
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whoever has it open holds a lock of the file, whatever its name, that keeps others from having it for themselves. */
function isLocked(alias: string): boolean {
  const probe = new Sqlite(alias, { fileMustExist: true, timeout: 0 });
  try {
    probe.pragma("locking_mode = exclusive");
    readSome(probe);
    return false;
  } catch (cause) {
    return cause instanceof Sqlite.SqliteError && cause.code.startsWith("SQLITE_BUSY");
  } finally {
    probe.close();
  }
}

function readSome(database: Database): void {
  database.prepare("select 1 from sqlite_schema limit 1").get();
}
