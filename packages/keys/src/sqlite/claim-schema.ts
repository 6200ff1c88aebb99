import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organizationId } from "./schema.ts";

/** Requests that are to be done once, each with the object of its change. Forgotten after a day. */
export const claim = sqliteTable(
  "claim",
  {
    id: text().primaryKey(),
    organizationId: organizationId(),
    fingerprint: text().notNull(),
    objectId: text("object_id").notNull(),
    at: integer().notNull(),
  },
  (table) => [index("claim_by_age").on(table.organizationId, table.at)],
);
