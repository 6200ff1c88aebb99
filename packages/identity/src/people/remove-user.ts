import type { UserId } from "@katkey/keys";
import { and, eq, notExists } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { session, user } from "../schema.ts";

/** False, and no change, for a user who has signed in. */
export function removeUser(database: Executor, id: UserId): boolean {
  const sessions = database.select({ id: session.id }).from(session).where(eq(session.userId, id));
  return (
    database
      .delete(user)
      .where(and(eq(user.id, id), notExists(sessions)))
      .run().changes === 1
  );
}
