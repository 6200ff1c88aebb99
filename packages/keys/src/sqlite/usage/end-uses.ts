import Sqlite, { type Database } from "better-sqlite3";
import type { Use } from "../../usage/usage.ts";
import { assertPresent } from "../file/assert-present.ts";
import { assertMigrated } from "../file/migrate.ts";
import { usageMigrations } from "../file/migrations.ts";
import { isGone } from "../storage/is-gone.ts";
import type { GroupCommit } from "./group-commit.ts";
import type { HeldUses } from "./held-uses.ts";
import { prepareUseJournal, type UseJournal } from "./use-journal.ts";

/** At the end there is no later, and no request either. */
const patienceMs = 5_000;

interface Ending {
  readonly uses: GroupCommit<Use>;
  readonly held: HeldUses;
  /** From now on uses are written there. */
  writeTo(journal: UseJournal): void;
  /** Hears what is lost. */
  onFailure(cause: unknown): void;
}

/** Writes what there is for the last time: where the file was taken away, into the one that was put in its place. */
export function endUses(database: Database, { uses, held, writeTo, onFailure }: Ending): void {
  database.pragma(`busy_timeout = ${patienceMs}`);
  const isAway = isGone(database);
  const inPlace = isAway ? openInPlace(database.name) : null;
  if (inPlace !== null) writeTo(prepareUseJournal(inPlace));
  const kept = held.count();
  if (!uses.end()) onFailure(new Error(unwritten(held.count())));
  // What was moved has them, and what was deleted is over.
  else if (isAway && inPlace === null && kept > 0) onFailure(new Error(away(database.name, kept)));
  inPlace?.close();
}

/** `null`: there is none, or none that takes uses. */
function openInPlace(path: string): Database | null {
  let database: Database | null = null;
  try {
    assertPresent(path);
    database = new Sqlite(path, { fileMustExist: true, timeout: patienceMs });
    assertMigrated(database, usageMigrations);
    database.pragma("synchronous = full");
    return database;
  } catch {
    database?.close();
    return null;
  }
}

function unwritten(requests: number): string {
  return `The last uses could not be written before the end: ${requests} requests are not counted.`;
}

function away(path: string, requests: number): string {
  return `${path} was deleted, moved or replaced, and no other was put there: ${requests} requests are not counted, unless it was moved and is put back with its -wal.`;
}
