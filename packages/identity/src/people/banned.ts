import type { UserId } from "@katkey/keys";
import type { Database } from "better-sqlite3";
import { APIError } from "better-auth/api";
import { and, eq, isNotNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Executor } from "../database.ts";
import { normalizeEmail } from "../email.ts";
import { user } from "../schema.ts";

export function isBanned(database: Executor, id: UserId): boolean {
  const match = and(eq(user.id, id), isNotNull(user.bannedAt));
  return database.select({ id: user.id }).from(user).where(match).get() !== undefined;
}

export function isBannedEmail(database: Executor, email: string): boolean {
  const match = and(eq(user.email, normalizeEmail(email)), isNotNull(user.bannedAt));
  return database.select({ id: user.id }).from(user).where(match).get() !== undefined;
}

/**
 * Tells whether a user is banned now. It reads on the connection that it is given, so within a transaction that is
 * open there it tells what holds until the commit.
 */
export function createBanCheck(connection: Database): (id: UserId) => boolean {
  const database = drizzle(connection);
  return (id) => isBanned(database, id);
}

/** Before a session is made. @throws APIError */
export function assertNotBanned(database: Executor, id: UserId): void {
  if (isBanned(database, id)) throw refusedAsBanned();
}

/** In better-auth's own form, which it answers as it answers a wrong password; our routes give their answer for it. */
export function refusedAsBanned(): APIError {
  return new APIError("UNAUTHORIZED", { message: "They are banned." });
}
