import { blob, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What is sealed, each row by the name of its table and its own id, which is text or a blob. Empty where nothing is. */
export const seal = sqliteTable(
  "seal",
  {
    sealed: text().notNull(),
    id: blob().notNull(),
    mac: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.sealed, table.id] })],
);
