import type { RunResult } from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** The connection, which begins transactions. */
export type Connection = BetterSQLite3Database;

/** The connection or a transaction on it. */
export type Executor = BaseSQLiteDatabase<"sync", RunResult>;
