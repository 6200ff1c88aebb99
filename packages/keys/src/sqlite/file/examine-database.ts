import type { Database } from "better-sqlite3";
import { isNewEnough } from "./is-new-enough.ts";

/** What somebody looks for who is called because something is wrong. */
export interface DatabaseExamination {
  readonly sqliteIsNewEnough: boolean;
  /** `wal`, unless somebody else changed it. */
  readonly journalMode: string;
  /** What SQLite finds wrong with the file, at most a few; it reads all of it. */
  readonly damages: readonly string[];
  /** Rows that name another one which is not there, by table. */
  readonly orphans: readonly string[];
}

/** Changes nothing, and takes a connection that cannot. */
export function examineDatabase(database: Database): DatabaseExamination {
  const version = database.prepare<[], string>("select sqlite_version()").pluck().get() ?? "";
  const checked = database.prepare<[], string>("pragma quick_check(10)").pluck().all();
  const orphans = database
    .prepare<[], string>('select distinct "table" from pragma_foreign_key_check')
    .pluck()
    .all();
  return {
    sqliteIsNewEnough: isNewEnough(version),
    journalMode: String(database.pragma("journal_mode", { simple: true })),
    damages: checked.filter((line) => line !== "ok"),
    orphans,
  };
}
