import * as sqlite from "@katkey/keys/sqlite";

/** What SQLite says of a database. Reads all of it. */
export function databaseFindings(database: ReturnType<typeof sqlite.lookAtDatabase>): readonly string[] {
  const { sqliteIsNewEnough, journalMode, damages, orphans } = sqlite.examineDatabase(database);
  const restore = 'Restore a backup: docs/operations.md, "Damaged files", says how.';
  return [
    ...(sqliteIsNewEnough
      ? []
      : ["This SQLite is older than 3.51.3, and can damage it. Install Katkey's packages again."]),
    ...(journalMode === "wal"
      ? []
      : [`The journal mode is ${journalMode}, and not WAL. Start the server once: it sets it.`]),
    ...damages.map((damage) => `It is damaged: ${damage}. ${restore}`),
    ...orphans.map((table) => `A row of ${table} names one that is not there. ${restore}`),
  ];
}
