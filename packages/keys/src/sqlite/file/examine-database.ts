import type { Database } from "better-sqlite3";
import { isNewEnough } from "./is-new-enough.ts";

/** What somebody looks for who is called because something is wrong. */
export interface DatabaseExamination {
  readonly sqliteIsNewEnough: boolean;
  /** `wal`, unless somebody else changed it. */
  readonly journalMode: string;
  /** 2: what is acknowledged survives a power cut. */
  readonly synchronous: number;
  /** What SQLite finds wrong with the file, at most a few; it reads all of it. */
  readonly damages: readonly string[];
  /** Rows that name another one which is not there, by table. */
  readonly orphans: readonly string[];
}

/** Looks at a database that a connection for changes has open, and changes nothing. */
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
    // The pragma tells the truth only after a table was read: by now some were.
    synchronous: Number(database.pragma("synchronous", { simple: true })),
    damages: checked.filter((line) => line !== "ok"),
    orphans,
  };
}
