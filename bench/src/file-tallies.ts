import type { Database } from "better-sqlite3";
import { prepareFileTallies } from "../../packages/keys/src/sqlite/usage/file-tallies.ts";

/** Requests of one secret to one route in one hour, with one class of status. */
export interface Counted {
  readonly organizationId: `org_${string}`;
  readonly hour: number;
  readonly keyId: `key_${string}`;
  readonly publicKeyId: string;
  readonly route: string;
  readonly statusClass: number;
  readonly requests: number;
}

/** Files counts as the server files what its keys were used for. */
export function fileTallies(database: Database, counted: Iterable<Counted>): void {
  const file = prepareFileTallies(database);
  database.transaction(() => {
    for (const row of counted) file([{ ...row, environment: "live", refused: 0, cause: "none" }]);
  })();
}
