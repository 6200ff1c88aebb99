import { closeSync, fsyncSync, linkSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { defineFolded } from "../define-folded.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations.ts";

/**
 * Makes a database under another name and puts it in place whole, readable for
 * nobody but its owner. Of two processes that do so at once, one finds it done.
 */
export function createDatabaseFile(path: string, migrations: readonly Migration[], now: number): void {
  // A folder of this draft's own, named by the system: two containers can have the same process ids.
  const folder = mkdtempSync(`${path}.new-`);
  try {
    const draft = join(folder, "draft.db");
    closeSync(openSync(draft, "wx", 0o600));
    fill(draft, migrations, now);
    putInPlace(draft, path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fill(draft: string, migrations: readonly Migration[], now: number): void {
  const database = new Sqlite(draft);
  try {
    database.pragma("synchronous = full");
    defineFolded(database);
    migrate(database, migrations, now);
    // Now, while nobody else has it open: two processes that switch at once can fail each other.
    database.pragma("journal_mode = wal");
  } finally {
    database.close();
  }
}

function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (cause) {
    if (!isExisting(cause)) throw cause;
  }
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function isExisting(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "EEXIST";
}
