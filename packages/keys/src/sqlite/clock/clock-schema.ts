import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/** One row: the latest time that any process has judged by, and how often an operator has put it back. */
export const clockMark = sqliteTable("clock_mark", {
  id: integer().primaryKey(),
  at: integer().notNull(),
  resets: integer().notNull(),
});
