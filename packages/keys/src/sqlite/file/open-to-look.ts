import { copyFileSync, existsSync, linkSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";

/** Whoever holds nobody up has time to wait for whoever writes. */
const patienceMs = 10_000;

/**
 * Opens a database so that looking at it changes, makes and removes no file. Where others have it open, as any reader
 * does. Where nobody has, SQLite would make files beside it, so it is opened by a second name in a folder of its own,
 * with a copy of its log; that folder is gone again before anybody looks. `null`: its name is the one that was given.
 */
export function openToLook(path: string): { readonly database: Database; readonly alias: string | null } {
  const folder = folderBeside(path);
  if (folder === null) return { database: reader(path), alias: null };
  try {
    const alias = join(folder, basename(path));
    linkSync(path, alias);
    if (isInUse(alias)) return { database: reader(path), alias: null };
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${alias}-wal`);
    return { database: reader(alias), alias };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `null` where this user may write nothing, or the disk lets nobody: SQLite can change nothing there, either. */
function folderBeside(path: string): string | null {
  try {
    return mkdtempSync(`${path}.look-`);
  } catch {
    return null;
  }
}

/** Whoever has it open holds a lock of the file, whatever its name, that keeps others from having it for themselves. */
function isInUse(alias: string): boolean {
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

function reader(path: string): Database {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: patienceMs });
  try {
    // From then on it holds all files that it reads.
    readSome(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function readSome(database: Database): void {
  database.prepare("select 1 from sqlite_schema limit 1").get();
}
