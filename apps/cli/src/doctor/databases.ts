import * as sqlite from "@katkey/keys/sqlite";

/** What SQLite says of a database. Reads all of it. */
export function databaseFindings(
  path: string,
  database: ReturnType<typeof sqlite.lookAtDatabase>,
  migrations: Parameters<typeof sqlite.findAlterations>[1],
): readonly string[] {
  const { sqliteIsNewEnough, journalMode, damages, orphans } = sqlite.examineDatabase(database);
  const restore = 'Restore a backup: docs/operations.md, "Damaged files", says how.';
  return [
    ...(sqliteIsNewEnough
      ? []
      : ["This SQLite is older than 3.51.3, and can damage it. Install Katkey's packages again."]),
    ...(journalMode === "wal"
      ? []
      : [`The journal mode is ${journalMode}, and not WAL. Start the server once: it sets it.`]),
    ...(damages.length > 0 ? [sqlite.damaged(path).message] : []),
    ...damages.map((damage) => `SQLite says of it: ${damage}.`),
    ...sqlite.findAlterations(database, migrations),
    ...orphans.map((table) => `A row of ${table} names one that is not there. ${restore}`),
  ];
}
