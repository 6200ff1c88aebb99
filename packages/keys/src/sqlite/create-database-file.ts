import { closeSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations.ts";

/**
 * Makes a database under another name and puts it in place whole, readable for
 * nobody but its owner. Of two processes that do so at once, one finds it done.
 */
export function createDatabaseFile(path: string, migrations: readonly Migration[], now: number): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    closeSync(openSync(draft, "wx", 0o600));
    const database = new Sqlite(draft);
    database.pragma("synchronous = full");
    migrate(database, migrations, now);
    database.close();
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!isExisting(cause)) throw cause;
  }
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

function isExisting(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "EEXIST";
}
