import type { RunResult } from "better-sqlite3";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** A connection, or a transaction on it. */
export type Executor = BaseSQLiteDatabase<"sync", RunResult>;
