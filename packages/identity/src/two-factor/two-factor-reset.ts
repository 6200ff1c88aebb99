import type { UserId } from "@katkey/keys";
import type { Database } from "better-sqlite3";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { session, user } from "../schema.ts";
import { type User, findUserByEmail } from "../user.ts";
import { deleteTwoFactor, hasTwoFactor } from "./two-factor.ts";

/** For an operator at the shell, who knows the person behind the account. */
export interface TwoFactorReset {
  find(email: string): { readonly user: User; readonly hasTwoFactor: boolean } | null;
  /** The password alone signs in from then on, and every session has ended. */
  turnOff(userId: UserId): void;
}

/** On a connection that writes, beside a running server. */
export function createTwoFactorReset(connection: Database): TwoFactorReset {
  const database = drizzle(connection);
  return {
    find(email) {
      const found = findUserByEmail(database, email);
      return found && { user: found, hasTwoFactor: hasTwoFactor(database, found.id) };
    },
    turnOff(userId) {
      const change = () => {
        database.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId)).run();
        deleteTwoFactor(database, userId);
        database.delete(session).where(eq(session.userId, userId)).run();
      };
      database.transaction(change, { behavior: "immediate" });
    },
  };
}
