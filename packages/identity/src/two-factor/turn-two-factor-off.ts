import type { UserId } from "@katkey/keys";
import { and, eq } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { session, user } from "../schema.ts";
import { deleteTwoFactor } from "./two-factor.ts";

/** To be called in a transaction. False, and no change, for somebody who has it not on. */
export function turnTwoFactorOff(tx: Executor, id: UserId): boolean {
  const isOn = and(eq(user.id, id), eq(user.twoFactorEnabled, true));
  if (tx.update(user).set({ twoFactorEnabled: false }).where(isOn).run().changes === 0) return false;
  deleteTwoFactor(tx, id);
  tx.delete(session).where(eq(session.userId, id)).run();
  return true;
}
