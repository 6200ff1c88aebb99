import { createSqliteClockMarks, keysMigrations, lookAtDatabase } from "@katkey/keys/sqlite";
import { readConfig } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";

/** What the servers of the installation judge by, where that is later than the machine's clock. */
export function latestTime(machineNow: number): number {
  try {
    const { database: path } = findDataDirectory(readConfig().dataDirectory);
    const database = lookAtDatabase(path, keysMigrations);
    try {
      return Math.max(machineNow, createSqliteClockMarks(database).find()?.at ?? 0);
    } finally {
      database.close();
    }
  } catch {
    // Why it cannot be read, the command itself says, if it needs to.
    return machineNow;
  }
}
