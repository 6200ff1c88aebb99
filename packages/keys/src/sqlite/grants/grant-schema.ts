import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { grantEnds } from "../../grants/grant.ts";
import type { AppId, GrantId, MemberId, UserId } from "../../id.ts";
import type { Scope } from "../../keys/scope.ts";
import { partnerApp } from "../apps/app-schema.ts";
import { member, organizationId } from "../schema.ts";

export const appGrant = sqliteTable(
  "app_grant",
  {
    id: text().$type<GrantId>().primaryKey(),
    organizationId: organizationId(),
    appId: text("app_id")
      .$type<AppId>()
      .notNull()
      .references(() => partnerApp.id),
    memberId: text("member_id")
      .$type<MemberId>()
      .notNull()
      .references(() => member.id),
    userId: text("user_id").$type<UserId>().notNull(),
    scopes: text({ mode: "json" }).$type<readonly Scope[]>().notNull(),
    createdAt: integer("created_at").notNull(),
    endedAt: integer("ended_at"),
    endedBy: text("ended_by", { enum: grantEnds }),
  },
  (table) => [
    uniqueIndex("app_grant_live")
      .on(table.appId, table.organizationId, table.memberId)
      .where(sql`ended_at is null`),
    index("app_grant_by_organization").on(table.organizationId, table.endedAt, table.id),
    index("app_grant_by_app").on(table.appId, table.id),
    index("app_grant_by_member").on(table.memberId),
  ],
);
