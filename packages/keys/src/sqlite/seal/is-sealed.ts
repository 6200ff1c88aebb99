import type { Database } from "better-sqlite3";

/** Whether anything is sealed, with whatever key. */
export function isSealed(database: Database): boolean {
  return database.prepare("select 1 from seal limit 1").get() !== undefined;
}
