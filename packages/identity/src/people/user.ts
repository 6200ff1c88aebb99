import type { UserId } from "@katkey/keys";
import type { Database } from "better-sqlite3";
import { and, count, eq, inArray, isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Executor } from "../database.ts";
import { normalizeEmail } from "./email.ts";
import { user } from "../schema.ts";

/** A person with an account in this installation. */
export interface User {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** May change plans, limits and access of any organization of the installation. */
  readonly operator: boolean;
}

/** What other people may see of a user. */
export type UserLabel = Pick<User, "name" | "email">;

const columns = { id: user.id, name: user.name, email: user.email, operator: user.operator };

export function findUser(database: Executor, id: UserId): User | null {
  return database.select(columns).from(user).where(eq(user.id, id)).get() ?? null;
}

export function findUserByEmail(database: Executor, email: string): User | null {
  const match = eq(user.email, normalizeEmail(email));
  return database.select(columns).from(user).where(match).get() ?? null;
}

/**
 * Tells whether a user is an operator now, and not banned. It reads on the connection that it is given, so within a
 * transaction that is open there it tells what holds until the commit.
 */
export function createOperatorCheck(connection: Database): (id: UserId) => boolean {
  const database = drizzle(connection);
  return (id) => {
    const match = and(eq(user.id, id), eq(user.operator, true), isNull(user.bannedAt));
    return database.select({ id: user.id }).from(user).where(match).get() !== undefined;
  };
}

/** Ids that name nobody are left out. */
export function usersOf(database: Executor, ids: readonly UserId[]): ReadonlyMap<UserId, UserLabel> {
  const { id, name, email } = columns;
  const found = database
    .select({ id, name, email })
    .from(user)
    .where(inArray(user.id, [...ids]))
    .all();
  return new Map(found.map(({ id, ...label }) => [id, label]));
}

export function countUsers(database: Executor): number {
  return database.select({ users: count() }).from(user).get()?.users ?? 0;
}
