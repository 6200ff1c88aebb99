import { expect, it, onTestFinished } from "vitest";
import { hourMs } from "../../usage/granularity.ts";
import { noon } from "../../testing/index.ts";
import type { UsageQuery } from "../../usage/usage-log.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../index.ts";

const hours = 1_000;
const from = noon - hours * hourMs;

/** A log in which sixty keys were used in every one of a thousand hours. */
function aLongLog() {
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const log = createSqliteUsageLog(database, () => {});
  onTestFinished(() => log.close());
  const insert = database.prepare(
    "insert into usage_sum values ('org_1', 'hour', 'key', ?, ?, 'live', 1, 0, 0)",
  );
  database.transaction(() => {
    for (let i = 0; i < hours; i += 1) {
      for (let key = 10; key < 70; key += 1) insert.run(from / hourMs + i, `key_${key}`);
    }
  })();
  return log;
}

/** Microseconds of work, of several tries the least. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const tries: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const start = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(start);
    tries.push(user + system);
  }
  return Math.min(...tries);
}

it("reads a page without the pages before it", async () => {
  const log = aLongLog();
  const page = (after?: UsageQuery["after"]) => {
    const query = { from, to: noon, granularity: "hour", groupBy: "key", limit: 10 } as const;
    return log.sum("org_1", { ...query, ...(after && { after }) });
  };
  const end = { start: noon - hourMs, group: "key_59" };
  expect((await page(end)).map(({ group }) => group)).toEqual(
    Array.from({ length: 10 }, (_, i) => `key_${60 + i}`),
  );
  const first = await costOf(() => page());
  const last = await costOf(() => page(end));
  expect(last).toBeLessThan(4 * first + 1_000);
});
