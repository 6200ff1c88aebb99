import { chmodSync, statSync } from "node:fs";
import Sqlite, { type Database } from "better-sqlite3";
import { assertLog } from "./assert-log.ts";
import { assertNotEmpty, assertPresent } from "./assert-present.ts";
import { createDatabaseFile } from "./create-database-file.ts";
import { damaged, DatabaseError } from "./database-error.ts";
import { defineFolded } from "../define-folded.ts";
import { assertOurs, migrate, notOurs } from "./migrate.ts";
import { isNewEnough } from "./is-new-enough.ts";
import type { Migration } from "./migrations.ts";
import { assertSealed } from "../seal/assert-sealed.ts";
import { sealConnection, type Sealing } from "../seal/seal-connection.ts";
import { assertNothingPutBack } from "../seal/total.ts";
import { noteFile } from "../storage/is-gone.ts";

export interface OpenDatabaseOptions {
  /** A file, or `:memory:`. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly now: number;
  /**
   * `full`: what was acknowledged survives a power cut. `normal`: it survives
   * the death of the process, and commits cost a tenth.
   */
  readonly durability?: "full" | "normal";
  /** Refuse to make a new file: other files show that there was one. */
  readonly mustExist?: boolean;
  /** Seals what this connection writes; `null`: nothing is sealed. Absent: of a file that has nothing to seal. */
  readonly sealing?: Sealing | null;
  /** Refuse sealed rows that were put back: of a process that serves from them, whichever it is. It knows of no change before. */
  readonly mustBeLatest?: boolean;
}

/** How long a statement waits for another process, which holds up every request of this one. */
const patienceMs = 250;

/** At the start nobody waits yet, and the other process may be migrating. */
const startPatienceMs = 30_000;

/**
 * Opens a database, makes it if there is none, and brings it to this version's schema.
 * @throws DatabaseError with one sentence, whatever is wrong with the file.
 */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const { path, migrations, now, mustExist = false } = options;
  try {
    if (mustExist) assertPresent(path);
    else if (path !== ":memory:" && !holdsData(path)) createDatabaseFile(path, migrations, now);
    assertLog(path);
    return opened(options);
  } catch (cause) {
    throw explained(path, cause);
  }
}

/** A restored copy has the mode that it was copied with, and gives it to the files beside it. */
function keepPrivate(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat !== undefined && (stat.mode & 0o077) !== 0) chmodSync(file, 0o600);
  }
}

function opened(options: OpenDatabaseOptions): Database {
  const { path, migrations, now, durability = "full", sealing } = options;
  const { mustBeLatest = false } = options;
  const database = new Sqlite(path, { fileMustExist: path !== ":memory:", timeout: startPatienceMs });
  try {
    assertOurs(database);
    if (!database.memory) keepPrivate(path);
    configure(database, durability);
    migrate(database, migrations, now);
    if (sealing !== undefined) seal(database, sealing);
    if (mustBeLatest && sealing) assertNothingPutBack(database, sealing);
    assertDurable(database, durability);
    database.pragma(`busy_timeout = ${patienceMs}`);
    noteFile(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** Reads all of it, some seconds for each gigabyte. @throws DatabaseError `damaged` */
export function assertWhole(database: Database): void {
  const verdict = database.pragma("quick_check(1)", { simple: true });
  if (verdict !== "ok") throw damaged(database.name, verdict);
}

/** @throws DatabaseError `sealed`, `unsealed`, `another_key` */
export function seal(database: Database, sealing: Sealing | null): void {
  assertSealed(database, sealing?.keys ?? null);
  if (sealing !== null) sealConnection(database, sealing);
}

function holdsData(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  assertNotEmpty(path, stat.size);
  return true;
}

/** Of each file's pages. The system keeps them too: with the 16 MB of better-sqlite3 nothing was faster. */
const cacheKib = 4_000;

/** What every connection that writes is told. */
export function configure(database: Database, durability: "full" | "normal"): void {
  database.pragma("journal_mode = wal");
  // better-sqlite3 quietly runs NORMAL in WAL mode unless told otherwise.
  database.pragma(`synchronous = ${durability}`);
  database.pragma(`cache_size = -${cacheKib}`);
  database.pragma("foreign_keys = on");
  database.pragma("trusted_schema = off");
  // Without this a REPLACE deletes rows past the triggers that forbid it.
  database.pragma("recursive_triggers = on");
  defineFolded(database);
}

/** The pragma tells the truth only after the first write, so this comes after migrating, and writes. */
function assertDurable(database: Database, durability: "full" | "normal"): void {
  database.pragma(`user_version = ${Number(database.pragma("user_version", { simple: true })) + 1}`);
  const synchronous = database.pragma("synchronous", { simple: true });
  const foreignKeys = database.pragma("foreign_keys", { simple: true });
  const journal = database.pragma("journal_mode", { simple: true });
  const safe =
    synchronous === (durability === "full" ? 2 : 1) &&
    foreignKeys === 1 &&
    (journal === "wal" || database.memory) &&
    isNewEnough(String(database.prepare("select sqlite_version()").pluck().get()));
  if (!safe) {
    const found = `synchronous=${synchronous} journal_mode=${journal} foreign_keys=${foreignKeys}`;
    throw new DatabaseError(
      "unsafe",
      `SQLite does not run as it must: ${found}. Remove node_modules, and start with npm start.`,
    );
  }
}

/** What is wrong with a file, in one sentence. */
export function explained(path: string, cause: unknown): unknown {
  if (cause instanceof DatabaseError || !(cause instanceof Error)) return cause;
  const code = "code" in cause ? String(cause.code) : "";
  if (code === "SQLITE_NOTADB") {
    return notOurs(path, { cause });
  }
  if (code.startsWith("SQLITE_CORRUPT")) {
    return damaged(path, cause);
  }
  const hint = hints.find(({ of }) => code.startsWith(of))?.hint ?? 'See docs/operations.md, "What now".';
  return new DatabaseError("unusable", `${path} cannot be used: ${cause.message}. ${hint}`, { cause });
}

const hints = [
  { of: "SQLITE_BUSY", hint: "Another process has it to itself: end that one, or wait for it." },
  { of: "SQLITE_FULL", hint: "Make room on the disk." },
  { of: "SQLITE_IOERR", hint: "Look at the disk: it fails, or is full." },
  { of: "SQLITE_", hint: "Run this as the server's user, who must own the data directory and all in it." },
];
