import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { hourMs } from "../../usage/granularity.ts";
import { noon } from "../../testing/index.ts";
import { aUse } from "../../testing/usage-log-contract.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../index.ts";

const day = 24 * hourMs;

function aLog() {
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const log = createSqliteUsageLog(database, () => {});
  onTestFinished(() => log.close());
  return log;
}

it("lets other requests in between while it reads a long range", async () => {
  const log = aLog();
  let turns = 0;
  let done = false;
  const to = noon + 12 * hourMs;
  const query = { from: to - 30 * day, to, granularity: "day", groupBy: "key" } as const;
  const ranked = log.rank("org_1", query).finally(() => (done = true));
  while (!done) {
    turns += 1;
    await nextTurn();
  }
  await ranked;
  expect(turns).toBeGreaterThanOrEqual(29);
});

it.each([
  ["hour", 3],
  ["day", 40],
  ["month", 400],
] as const)("has every %s of a range once, whatever is read in one turn", async (granularity, days) => {
  const log = aLog();
  for (let back = 0; back < days; back += 1) await log.record(aUse({ at: noon - back * day }));
  const query = { from: Date.UTC(2025, 9), to: Date.UTC(2026, 11), granularity, groupBy: "key" } as const;
  expect(await log.rank("org_1", query)).toEqual([{ group: "key_1", served: days, refused: 0, failed: 0 }]);
  await log.closeBefore(noon + hourMs);
  expect(await log.rank("org_1", query)).toMatchObject([{ served: days }]);
  const groups = ["key_1", "key_1", "key_2"];
  const sums = await log.sum("org_1", { ...query, groups });
  expect(sums).toEqual(await log.sum("org_1", query));
});
