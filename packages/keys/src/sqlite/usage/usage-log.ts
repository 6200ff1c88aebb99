import type { Database } from "better-sqlite3";
import type { OrganizationId } from "../../id.ts";
import type { LastUse, Use } from "../../usage/usage.ts";
import type { UsageLog } from "../../usage/usage-log.ts";
import { prepareCheckUsage } from "./check-usage.ts";
import { prepareCloseUsage } from "./close-usage.ts";
import { prepareCountKeysUsed } from "./count-keys-used.ts";
import { prepareFileTallies } from "./file-tallies.ts";
import { createFiling } from "./filing.ts";
import { createGroupCommit } from "./group-commit.ts";
import { prepareKeysEverUsed } from "./keys-ever-used.ts";
import { prepareRankUsage } from "./rank-usage.ts";
import { prepareSumOfSecrets } from "./sum-of-secrets.ts";
import { prepareSumUsage } from "./sum-usage.ts";
import { prepareUnusedKeys } from "./unused-keys.ts";
import { prepareWriteUses } from "./write-uses.ts";

const selectLastUses = `
  select public_key_id as publicKeyId, organization_id as organizationId, key_id as keyId, at, address,
    user_agent as userAgent, method, route, status,
    requests, requests_retiring as requestsRetiring
  from secret_use
  -- Behind a plus, or SQLite goes through all secrets of the organization.
  where +organization_id = ? and public_key_id in (select value from json_each(?))`;

/** A wait holds up every request; what is written here is tried again between turns. */
const patienceMs = 10;
/** At the end there is no later, and no request either. */
const lastPatienceMs = 5_000;

/**
 * Keeps usage in a database of its own, opened with `usageMigrations`. Each turn of the event loop is one
 * transaction; a moment later what it tallied is filed into hours and sums. `onFailure` hears when nothing
 * can be written.
 */
export function createSqliteUsageLog(database: Database, onFailure: (cause: unknown) => void): UsageLog {
  const fileTallies = prepareFileTallies(database);
  const filing = createFiling(database, fileTallies, onFailure);
  const writeUses = prepareWriteUses(database);
  const uses = createGroupCommit<Use>(writeUses, { onFailure, onWritten: filing.soon });
  const lastUses = database.prepare<[OrganizationId, string], LastUse>(selectLastUses);
  const countTallies = database.prepare<[], number>("select count(*) from tally").pluck();
  const closeUsage = prepareCloseUsage(database, fileTallies);
  /** What was recorded before the question belongs to the answer. */
  const current =
    <Asked extends unknown[], Found>(read: (...asked: Asked) => Found | Promise<Found>) =>
    async (...asked: Asked): Promise<Found> => {
      uses.flush();
      return read(...asked);
    };
  database.pragma(`busy_timeout = ${patienceMs}`);

  return {
    record: (use) => uses.add(use),
    isWritable: () => uses.isWritable(),

    async lastUses(organizationId, publicKeyIds) {
      uses.flush();
      const rows = lastUses.all(organizationId, JSON.stringify(publicKeyIds));
      return new Map(rows.map((row) => [row.publicKeyId, row]));
    },

    countUnfiled: current(() => countTallies.get() ?? 0),
    countKeysUsed: current(prepareCountKeysUsed(database)),
    unusedKeys: current(prepareUnusedKeys(database)),
    keysEverUsed: current(prepareKeysEverUsed(database)),
    sum: current(prepareSumUsage(database)),
    rank: current(prepareRankUsage(database)),
    sumOfSecrets: current(prepareSumOfSecrets(database)),
    check: current(prepareCheckUsage(database)),

    async closeBefore(end) {
      uses.flush();
      await closeUsage(end);
    },

    close() {
      if (!database.open) return;
      filing.stop();
      database.pragma(`busy_timeout = ${lastPatienceMs}`);
      if (!uses.flush()) onFailure(new Error("The last uses could not be written before the end."));
      database.close();
    },
  };
}
