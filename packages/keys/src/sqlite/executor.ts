import type { Database, RunResult } from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** A connection, or a transaction on it. */
export type Executor = BaseSQLiteDatabase<"sync", RunResult>;

/** The connection, which begins transactions. */
export type Connection = BetterSQLite3Database & { readonly $client: Database };
