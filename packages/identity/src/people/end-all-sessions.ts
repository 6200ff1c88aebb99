import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { session, verification } from "../schema.ts";

/** Ends every session, and every sign-in that is under way: everybody signs in again. Returns how many sessions. */
export function endAllSessions(connection: Database): number {
  const database = drizzle(connection);
  database.delete(verification).run();
  return database.delete(session).run().changes;
}
