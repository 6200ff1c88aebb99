import type { Database } from "better-sqlite3";

/** What a database is made of, for whoever looks after it. */
export interface DatabaseInspection {
  /** Of the library, such as `3.51.3`. */
  readonly sqliteVersion: string;
  /** The last of each owner, such as `keys/0004_claim`. `appliedAt`: milliseconds since 1970. */
  readonly migrations: readonly { readonly name: string; readonly appliedAt: number }[];
}

/** Reads the database's own account of itself. The names of migrations are in the order of their making. */
export function inspectDatabase(database: Database): DatabaseInspection {
  const version = database.prepare<[], string>("select sqlite_version()").pluck().get();
  const migrations = database
    .prepare<[], { name: string; appliedAt: number }>(
      `select max(name) as name, applied_at as appliedAt from migration
       group by substr(name, 1, instr(name, '/')) order by name`,
    )
    .all();
  return { sqliteVersion: version ?? "", migrations };
}
