import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { oauthArtifact } from "./schema.ts";

/**
 * Removes all that the protocol keeps: sessions, requests, codes and tokens. Grants stay, so that an app which sends
 * its user through again is not asked about again. Returns how many.
 */
export function forgetArtifacts(connection: Database): number {
  return drizzle(connection).delete(oauthArtifact).run().changes;
}
