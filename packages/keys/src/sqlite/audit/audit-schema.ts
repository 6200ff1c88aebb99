import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  auditActions,
  auditActors,
  auditObjects,
  installationActions,
  type ChainId,
  type Json,
} from "../../audit/audit.ts";

/** No reference: the installation's chain belongs to no organization. A trigger sees to it that every other does. */
const chainId = () => text("organization_id").$type<ChainId>();

export const auditEntry = sqliteTable(
  "audit_entry",
  {
    organizationId: chainId().notNull(),
    seq: integer().notNull(),
    at: integer().notNull(),
    actorType: text("actor_type", { enum: auditActors }).notNull(),
    actorId: text("actor_id"),
    actorLabel: text("actor_label").notNull(),
    action: text({ enum: [...auditActions, ...installationActions] }).notNull(),
    objectType: text("object_type", { enum: auditObjects }).notNull(),
    objectId: text("object_id").notNull(),
    objectLabel: text("object_label").notNull(),
    address: text(),
    requestId: text("request_id"),
    before: text({ mode: "json" }).$type<Json>(),
    after: text({ mode: "json" }).$type<Json>(),
    previousHash: text("previous_hash").notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.seq] }),
    index("audit_entry_by_object").on(table.organizationId, table.objectId, table.seq),
    index("audit_entry_by_action").on(table.organizationId, table.action, table.seq),
    index("audit_entry_by_actor").on(table.organizationId, table.actorId, table.seq),
    index("audit_entry_by_time").on(table.organizationId, table.at, table.seq),
  ],
);

/** Where each chain ends, so that a cut tail is noticed. */
export const auditHead = sqliteTable("audit_head", {
  organizationId: chainId().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
});
