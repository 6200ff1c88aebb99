import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { hourMs } from "../../usage/granularity.ts";
import { written } from "../storage/written.ts";
import type { Filing } from "./filing.ts";
import type { UseJournal } from "./use-journal.ts";

/** How long hours and days are kept behind what was closed last. */
const monthsKept = 13;

const close = `
  update usage_closed set end = @end, kept_from = max(kept_from, @keptFrom) where end < @end`;
const forgetHours = `
  delete from usage_hour
  where organization_id = @organizationId and hour in (
    select distinct hour from usage_hour
    where organization_id = @organizationId and hour < (select kept_from from usage_closed) order by hour limit 24)`;
const forgetSums = `
  delete from usage_sum
  where organization_id = @organizationId and granularity in ('hour', 'day') and start < (select kept_from from usage_closed)`;

/**
 * Prepares the closing of everything before a time. In one transaction what was used before it is filed and the
 * line is drawn, so that no process counts anything behind it.
 */
export function prepareCloseUsage(database: Database, journal: UseJournal, filing: Filing) {
  const isClosed = database.prepare<[number], number>("select end >= ? from usage_closed").pluck();
  const drawLine = database.prepare<{ end: number; keptFrom: number }>(close);
  const closeAt = database.transaction((end: number) => {
    while (journal.last() > 0) filing.step();
    drawLine.run({ end, keptFrom: keptFrom(end) });
  });
  const forget = prepareForget(database);

  return async (time: number): Promise<void> => {
    const end = time / hourMs;
    if (isClosed.get(end) === 1) return;
    await written(database, () => synced(database, () => closeAt.immediate(end)));
    await forget();
  };
}

/**
 * Statements are made from what is closed, so a power cut must not take it back. A commit that is synced is synced
 * with every commit before it, whichever process made them, and before anybody sees it.
 */
function synced(database: Database, commit: () => void): void {
  const usual = database.pragma("synchronous", { simple: true });
  database.pragma("synchronous = full");
  try {
    commit();
  } finally {
    database.pragma(`synchronous = ${usual}`);
  }
}

function keptFrom(end: number): number {
  const date = new Date(end * hourMs);
  return Math.max(0, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsKept) / hourMs);
}

/** Forgets a day of one organization at a time, so that requests are answered in between. */
function prepareForget(database: Database) {
  const organizations = database
    .prepare<[], string>("select distinct organization_id from usage_sum")
    .pluck();
  const hours = database.prepare<{ organizationId: string }>(forgetHours);
  const sums = database.prepare<{ organizationId: string }>(forgetSums);
  return async (): Promise<void> => {
    for (const organizationId of organizations.all()) {
      let forgotten = 1;
      while (forgotten > 0) {
        forgotten = await written(database, () => hours.run({ organizationId }).changes);
        await nextTurn();
      }
      await written(database, () => sums.run({ organizationId }));
    }
  };
}
