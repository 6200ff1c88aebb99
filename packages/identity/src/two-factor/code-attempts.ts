import type { UserId } from "@katkey/keys";
import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { twoFactor } from "../schema.ts";

/** A mistyped code or two cost nothing; the next attempts wait 1, 2, 4 … minutes, a day at most. */
const freeAttempts = 5;
const firstWaitMs = 60_000;
const longestWaitMs = 24 * 60 * 60_000;
/** Beyond these the wait is at its longest, and the number would leave the shift's range. */
const mostDoublings = 11;

const { userId: ofUser, failedVerificationCount: attempts, lastAttemptAt, lastStep } = twoFactor;

const waitMs = sql<number>`case when ${attempts} < ${freeAttempts} then 0 else
  min(${longestWaitMs}, ${firstWaitMs} * (1 << min(${attempts} - ${freeAttempts}, ${mostDoublings}))) end`;

/**
 * Counts an attempt before it is judged: of many at once, no more are judged than one after the other. Null when it
 * may be made, else the milliseconds until the next one may. Only a code that was right forgets the attempts, never
 * time, a new sign-in or a restart: whoever has the password has sixteen guesses within two days, then one a day.
 */
export function spendAttempt(database: Executor, userId: UserId, now: number): number | null {
  const isDue = or(isNull(lastAttemptAt), lte(sql`${lastAttemptAt} + ${waitMs}`, now));
  const spent = database
    .update(twoFactor)
    .set({ failedVerificationCount: sql`${attempts} + 1`, lastAttemptAt: new Date(now) })
    .where(and(eq(ofUser, userId), isDue))
    .run();
  if (spent.changes === 1) return null;
  const until = sql<number>`${lastAttemptAt} + ${waitMs}`;
  const found = database.select({ until }).from(twoFactor).where(eq(ofUser, userId)).get();
  return Math.max(1_000, (found?.until ?? now) - now);
}

/** False when a code of this step, or of a later one, was taken before (RFC 6238, 5.2: one time only). */
export function takeStep(database: Executor, userId: UserId, step: number): boolean {
  const isNew = or(isNull(lastStep), lt(lastStep, step));
  const match = and(eq(ofUser, userId), isNew);
  return database.update(twoFactor).set({ lastStep: step }).where(match).run().changes === 1;
}

export function forgetAttempts(database: Executor, userId: UserId): void {
  const none = { failedVerificationCount: 0, lastAttemptAt: null };
  database.update(twoFactor).set(none).where(eq(ofUser, userId)).run();
}
