import type { UserId } from "@katkey/keys";
import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { twoFactor, user, verification } from "../schema.ts";

const isOn = eq(user.twoFactorEnabled, true);

export function hasTwoFactor(database: Executor, id: UserId): boolean {
  return usersWithTwoFactor(database, [id]).has(id);
}

/** Those of them who need a code besides their password. */
export function usersWithTwoFactor(database: Executor, ids: readonly UserId[]): ReadonlySet<UserId> {
  const match = and(inArray(user.id, [...ids]), isOn);
  const found = database.select({ id: user.id }).from(user).where(match).all();
  return new Set(found.map(({ id }) => id));
}

/** The app has shown a right code. */
export function markVerified(database: Executor, userId: UserId): void {
  database.update(twoFactor).set({ verified: true }).where(eq(twoFactor.userId, userId)).run();
}

/** Forgets a setup that was not finished: better-auth takes what looks finished for turned on. */
export function forgetUnfinished(database: Executor, userId: UserId): void {
  if (!hasTwoFactor(database, userId)) deleteTwoFactor(database, userId);
}

export function deleteTwoFactor(database: Executor, userId: UserId): void {
  database.delete(twoFactor).where(eq(twoFactor.userId, userId)).run();
}

/** Sign-ins that wait for their code, by a password that has changed since. */
export function forgetSecondSteps(database: Executor, userId: UserId): void {
  database.delete(verification).where(eq(verification.value, userId)).run();
}
