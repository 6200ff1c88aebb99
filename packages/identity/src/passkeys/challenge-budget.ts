import { lte } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { IdentityError } from "../errors.ts";
import { verification } from "../schema.ts";

const mostPerWindow = 100;
const windowMs = 10_000;

/**
 * Anybody may ask for a challenge to sign in with a passkey, and each is a row, synced to the disk: no more of
 * them than this from all clients together, and those that have expired go.
 */
export function createChallengeBudget(now: () => number) {
  let [since, spent] = [0, 0];
  return {
    /** @throws IdentityError `too_busy` */
    async spend(forgetExpired: (at: number) => Promise<void>): Promise<void> {
      const at = now();
      if (at - since >= windowMs) {
        [since, spent] = [at, 0];
        await forgetExpired(at);
      }
      spent += 1;
      if (spent > mostPerWindow) throw new IdentityError("too_busy", "Too many sign-ins at once.");
    },

    /** For a challenge that was not made after all: who asks too often must not spend what all others need. */
    giveBack(): void {
      spent = Math.max(0, spent - 1);
    },
  };
}

export function forgetExpiredChallenges(database: Executor, now: number): void {
  database
    .delete(verification)
    .where(lte(verification.expiresAt, new Date(now)))
    .run();
}
