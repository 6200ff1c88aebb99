import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { appApprovals, appTypes } from "../../apps/partner-app.ts";
import type { PublicKey } from "../../apps/public-key.ts";
import type { AppId } from "../../id.ts";
import type { Scope } from "../../keys/scope.ts";
import { organizationId } from "../schema.ts";

export const partnerApp = sqliteTable(
  "partner_app",
  {
    id: text().$type<AppId>().primaryKey(),
    organizationId: organizationId(),
    name: text().notNull(),
    description: text(),
    homepage: text(),
    logo: text(),
    type: text({ enum: appTypes }).notNull(),
    redirectUris: text("redirect_uris", { mode: "json" }).$type<readonly string[]>().notNull(),
    scopes: text({ mode: "json" }).$type<readonly Scope[]>().notNull(),
    publicKeys: text("public_keys", { mode: "json" }).$type<readonly PublicKey[]>().notNull().default([]),
    approval: text({ enum: appApprovals }).notNull().default("own"),
    disabledAt: integer("disabled_at"),
    blockedAt: integer("blocked_at"),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    revision: integer().notNull().default(0),
  },
  (table) => [
    index("partner_app_by_owner").on(table.organizationId, table.id),
    index("partner_app_offered")
      .on(table.approval, table.id)
      .where(sql`approval <> 'own'`),
  ],
);

export const appSecret = sqliteTable(
  "app_secret",
  {
    id: text().primaryKey(),
    appId: text("app_id")
      .$type<AppId>()
      .notNull()
      .references(() => partnerApp.id),
    hash: blob({ mode: "buffer" }).notNull(),
    hint: text().notNull(),
    createdAt: integer("created_at").notNull(),
    // When an overlap runs out: what time will do.
    retiresAt: integer("retires_at"),
    // When somebody ended it: a fact, which no clock takes back.
    retiredAt: integer("retired_at"),
  },
  (table) => [
    index("app_secret_of").on(table.appId),
    uniqueIndex("app_secret_current")
      .on(table.appId)
      .where(sql`retires_at is null`),
  ],
);
