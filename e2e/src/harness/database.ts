import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import type { RunningServer } from "./server.ts";

/** Looks into one of a server's databases past the server. */
export function withDatabase<T>(
  server: Pick<RunningServer, "dataDir">,
  look: (database: Database) => T,
  file = "katkey.db",
): T {
  const database = new Sqlite(join(server.dataDir, file), { fileMustExist: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

/** Lifts the caps of every organization: what is tested is not the plan. */
export function liftCaps(server: Pick<RunningServer, "dataDir">): void {
  withDatabase(server, (database) =>
    database.exec("update organization set plan = 'enterprise', requests_per_minute = 10000000"),
  );
}
