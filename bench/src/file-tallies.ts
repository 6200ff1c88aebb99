import type { Database } from "better-sqlite3";
import { createSqliteUsageLog } from "@katkey/keys/sqlite";

/** Requests of one secret to one route in one hour, with one class of status. */
export interface Counted {
  readonly organizationId: string;
  readonly hour: number;
  readonly keyId: string;
  readonly publicKeyId: string;
  readonly route: string;
  readonly statusClass: number;
  readonly requests: number;
}

const hourMs = 3_600_000;

const tally = `
  insert into tally (public_key_id, hour, route, status_class, refused, organization_id, environment, key_id, requests)
  values (@publicKeyId, @hour, @route, @statusClass, 0, @organizationId, 'live', @keyId, @requests)`;

/** Puts counts where the server would have tallied them, and lets the usage log itself file them. */
export async function fileTallies(database: Database, counted: Iterable<Counted>): Promise<void> {
  const insert = database.prepare<Counted>(tally);
  database.transaction(() => {
    for (const row of counted) insert.run(row);
  })();
  const log = createSqliteUsageLog(database, console.error);
  // Up to the running hour, which the server goes on counting in.
  await log.closeBefore(Math.floor(Date.now() / hourMs) * hourMs);
  log.close();
}
