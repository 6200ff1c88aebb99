import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What is sealed, each row by the name of its table and its own id, which is text or a blob. Empty where nothing is. */
export const seal = sqliteTable(
  "seal",
  {
    sealed: text().notNull(),
    id: blob().notNull(),
    mac: blob({ mode: "buffer" }).notNull(),
    /** The how-manieth change of all it was, from 1 on; 0 since the row was made. It is sealed as well. */
    turn: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.sealed, table.id] }),
    index("seal_turn")
      .on(table.turn)
      .where(sql`${table.turn} > 0`),
  ],
);

/** One row, sealed itself, where anything is: the last turn of all, and what the turns of all seals add up to. */
export const sealTotal = sqliteTable("seal_total", {
  id: integer().primaryKey(),
  last: integer().notNull(),
  turns: integer().notNull(),
  mac: blob({ mode: "buffer" }).notNull(),
});
