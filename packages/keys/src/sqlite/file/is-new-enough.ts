/** SQLite before this can corrupt a database in WAL mode that two connections use. */
const oldestSqlite = [3, 51, 3] as const;

/** Whether Katkey can be run on this version of SQLite. */
export function isNewEnough(version: string): boolean {
  const parts = version.split(".").map(Number);
  const differing = oldestSqlite.findIndex((oldest, i) => parts[i] !== oldest);
  return differing === -1 || (parts[differing] ?? 0) > (oldestSqlite[differing] ?? 0);
}
