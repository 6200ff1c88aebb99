import type { UserId } from "@katkey/keys";
import type { Database } from "better-sqlite3";
import { and, eq, isNotNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Executor } from "../database.ts";
import { normalizeEmail } from "./email.ts";
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
