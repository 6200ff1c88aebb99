import type { UserId } from "@katkey/keys";
import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const time = (column: string) => integer(column, { mode: "timestamp_ms" });

// The field names of all but setupToken are those of better-auth. Columns
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
    twoFactorEnabled: integer("two_factor_enabled", { mode: "boolean" }).notNull().default(false),
    /** Since when an operator keeps them out: a trigger lets nobody make a session of theirs. */
    bannedAt: time("banned_at"),
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

/** What a sign-in that is under way must come back with; and links with which passwords are chosen: see password-link.ts. */
export const verification = sqliteTable(
  "verification",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what the cookie of the step, or the link, holds. */
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: time("expires_at").notNull(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [
    index("verification_identifier").on(table.identifier),
    index("verification_expiry").on(table.expiresAt),
  ],
);

export const twoFactor = sqliteTable(
  "two_factor",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** Encrypted by better-auth under the session secret. */
    secret: text("secret").notNull(),
    /** Those not used yet, encrypted likewise. */
    backupCodes: text("recovery_codes").notNull(),
    /** False until a code has shown that the app has the secret. */
    verified: integer("verified", { mode: "boolean" }).notNull(),
    /** Attempts with a code since the last one that was right. */
    failedVerificationCount: integer("attempts").notNull(),
    /** When the latest of them was made. */
    lastAttemptAt: time("last_attempt_at"),
    /** The 30 seconds whose code was taken last: no code of these or earlier ones counts any more. */
    lastStep: integer("last_step"),
  },
  (table) => [uniqueIndex("two_factor_user").on(table.userId)],
);

export const passkey = sqliteTable(
  "passkey",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    credentialID: text("credential_id").notNull(),
    publicKey: text("public_key").notNull(),
    /** How often the authenticator says that it was used; many always say 0. */
    counter: integer("counter").notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: integer("backed_up", { mode: "boolean" }).notNull(),
    transports: text("transports"),
    aaguid: text("aaguid"),
    createdAt: time("created_at").notNull(),
    lastUsedAt: time("last_used_at"),
  },
  (table) => [
    uniqueIndex("passkey_credential").on(table.credentialID),
    index("passkey_user").on(table.userId),
  ],
);
