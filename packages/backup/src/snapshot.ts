import { chmodSync } from "node:fs";
import { assertKnown, assertPresent, explained, type Migration } from "@katkey/keys/sqlite";
import Sqlite, { type Database } from "better-sqlite3";
import { isNoRoom } from "./backup-error.ts";
import { sync } from "./sync.ts";

/** Whoever holds nobody up has time to wait for whoever writes. */
const patienceMs = 30_000;

interface Source {
  readonly path: string;
  readonly migrations: readonly Migration[];
}

/**
 * Copies a database in one state while others write to it, into a file that is not there yet. Blocks its thread for as
 * long as it takes, so a server has it done by another process. `VACUUM INTO`, because SQLite's own backup begins
 * again whenever another process has written, and a copied file lacks what is in the log beside it.
 * @throws DatabaseError
 */
export function snapshot(source: Source, target: string): void {
  try {
    assertPresent(source.path);
    copy(source, target);
  } catch (cause) {
    // There is no room for the copy, and nothing wrong with the source.
    throw isNoRoom(cause) ? cause : explained(source.path, cause);
  }
  chmodSync(target, 0o600);
  sync(target);
}

function copy({ path, migrations }: Source, target: string): void {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: patienceMs });
  try {
    assertKnown(database, migrations);
    database.prepare("vacuum into ?").run(target);
  } finally {
    database.close();
  }
}

/** Opens a copy that nobody writes to. */
export function readCopy(path: string): Database {
  return new Sqlite(path, { readonly: true, fileMustExist: true });
}
