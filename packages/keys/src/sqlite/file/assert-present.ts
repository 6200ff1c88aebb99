import { existsSync } from "node:fs";
import { assertLog } from "./assert-log.ts";
import { DatabaseError } from "./database-error.ts";

/**
 * Before a database that must be there is opened, for looking too: with a log that SQLite passes over, closing it would
 * empty the log, and its changes be gone without a word. @throws DatabaseError `missing`, `damaged`
 */
export function assertPresent(path: string): void {
  if (!existsSync(path)) throw new DatabaseError("missing", `${path} is missing. Restore it from a backup.`);
  assertLog(path);
}
