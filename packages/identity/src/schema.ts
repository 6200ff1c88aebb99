import type { UserId } from "@katkey/keys";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const time = (column: string) => integer(column, { mode: "timestamp_ms" });

// The field names of user, account and session are those of better-auth. Columns
// that only its e-mail, image and social features use are left out.

export const user = sqliteTable(
  "user",
  {
    id: text("id").$type<UserId>().primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerified: integer("email_verified", { mode: "boolean" }).notNull(),
    operator: integer("operator", { mode: "boolean" }).notNull(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [uniqueIndex("user_email").on(table.email)],
);

export const account = sqliteTable(
  "account",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    providerId: text("provider_id").notNull(),
    accountId: text("account_id").notNull(),
    /** An argon2id hash in PHC form. */
    password: text("password"),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("account_provider_account").on(table.providerId, table.accountId),
    index("account_user").on(table.userId),
  ],
);

export const session = sqliteTable(
  "session",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** SHA-256 of the token in the cookie: see hashed-tokens.ts. */
    token: text("token").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (table) => [uniqueIndex("session_token").on(table.token), index("session_user").on(table.userId)],
);

export const setupToken = sqliteTable("setup_token", {
  /** SHA-256 of the token in the setup link. */
  hash: blob("hash", { mode: "buffer" }).primaryKey(),
  createdAt: time("created_at").notNull(),
  expiresAt: time("expires_at").notNull(),
  /** When it was used, or ended by a newer link. */
  burntAt: time("burnt_at"),
});
