import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrganizationId, ServiceTokenId } from "../../id.ts";
import { serviceScopes } from "../../service-tokens/service-token.ts";

export const serviceToken = sqliteTable(
  "service_token",
  {
    id: text().$type<ServiceTokenId>().primaryKey(),
    name: text().notNull(),
    nameFolded: text("name_folded").notNull(),
    scope: text({ enum: serviceScopes }).notNull(),
    // Of all organizations when there is nothing.
    organizations: text({ mode: "json" }).$type<readonly OrganizationId[]>(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: integer("expires_at"),
    revokedAt: integer("revoked_at"),
  },
  (table) => [
    uniqueIndex("service_token_name")
      .on(table.nameFolded)
      .where(sql`revoked_at is null`),
  ],
);

export const serviceTokenSecret = sqliteTable(
  "service_token_secret",
  {
    publicKeyId: text("public_key_id").primaryKey(),
    serviceTokenId: text("service_token_id")
      .$type<ServiceTokenId>()
      .notNull()
      .references(() => serviceToken.id),
    hash: blob({ mode: "buffer" }).notNull(),
    hint: text().notNull(),
    createdAt: integer("created_at").notNull(),
    // When an overlap runs out: what time will do.
    retiresAt: integer("retires_at"),
    // When somebody ended it: a fact, which no clock takes back.
    retiredAt: integer("retired_at"),
  },
  (table) => [
    index("service_token_secret_of").on(table.serviceTokenId),
    uniqueIndex("service_token_secret_current")
      .on(table.serviceTokenId)
      .where(sql`retires_at is null`),
  ],
);
