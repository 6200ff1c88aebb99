import { statSync } from "node:fs";
import { assertLog } from "./assert-log.ts";
import { DatabaseError, seeDamagedFiles } from "./database-error.ts";
import { notOurs } from "./migrate.ts";

/**
 * Before a database that must be there is opened, for looking too: with a log that SQLite passes over, closing it would
 * empty the log, and its changes be gone without a word. @throws DatabaseError `missing`, `not_ours`, `empty`, `damaged`
 */
export function assertPresent(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw missing(path);
  if (!stat.isFile()) throw notOurs(path);
  assertNotEmpty(path, stat.size);
  assertLog(path);
}

/** Of a file that is not where it must be. */
export function missing(path: string): DatabaseError {
  const message = `${path} is missing. KATKEY_DATA_DIR says where to look; if that is right, put back a backup: ${seeDamagedFiles}.`;
  return new DatabaseError("missing", message);
}

/** A database is put in place whole, so an empty one is a loss and not a beginning. @throws DatabaseError `empty` */
export function assertNotEmpty(path: string, size: number): void {
  if (size > 0) return;
  const message = `${path} is empty: what was in it is lost. Restore a backup: ${seeDamagedFiles}; or, to begin from nothing, empty the whole directory.`;
  throw new DatabaseError("empty", message);
}
