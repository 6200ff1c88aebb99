import type { UserId } from "@katkey/keys";
import { and, eq, exists, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { session, user } from "../schema.ts";
import { forgetSecondSteps } from "../two-factor/two-factor.ts";
import { isBanned } from "./banned.ts";

/** To be called in a transaction. `last_operator`: nobody would be left to lift a ban. */
export function banUser(tx: Executor, id: UserId, now: number): "done" | "banned_already" | "last_operator" {
  const isSpared = or(eq(user.operator, false), exists(otherOperator(tx)));
  const match = and(eq(user.id, id), isNull(user.bannedAt), isSpared);
  const { changes } = tx
    .update(user)
    .set({ bannedAt: new Date(now) })
    .where(match)
    .run();
  if (changes === 0) return isBanned(tx, id) ? "banned_already" : "last_operator";
  tx.delete(session).where(eq(session.userId, id)).run();
  forgetSecondSteps(tx, id);
  return "done";
}

/** False, and no change, for somebody who is not banned. */
export function unbanUser(tx: Executor, id: UserId): boolean {
  const match = and(eq(user.id, id), isNotNull(user.bannedAt));
  return tx.update(user).set({ bannedAt: null }).where(match).run().changes === 1;
}

/** Another than the one whom the statement is about. */
function otherOperator(tx: Executor) {
  return tx
    .select({ one: sql`1` })
    .from(sql`user as other`)
    .where(sql`other.operator and other.banned_at is null and other.id <> ${user.id}`);
}
