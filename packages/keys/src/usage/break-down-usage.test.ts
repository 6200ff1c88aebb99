import { expect, it, onTestFinished } from "vitest";
import type { Act, MemberActor } from "../actor.ts";
import { breakDownUsage } from "./break-down-usage.ts";
import { hourMs } from "./granularity.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../sqlite/index.ts";
import { noon } from "../testing/index.ts";
import { aUse } from "../testing/usage-log-contract.ts";
import { addUsage, noUsage, type UsageCount } from "./usage.ts";

const actor: MemberActor = {
  type: "member",
  userId: "usr_1",
  email: "ada@example.com",
  memberId: "mem_1",
  role: "viewer",
};
const act: Act = { organizationId: "org_1", actor, now: noon, address: null, requestId: null };

/** Three requests of key_0, two of key_1, one of key_2; the last of each half a day before. */
async function aUsedLog() {
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const log = createSqliteUsageLog(database, () => {});
  onTestFinished(() => log.close());
  for (const key of [0, 1, 2]) {
    for (let i = key; i < 3; i += 1) {
      const at = noon - (i === 2 ? 12 * hourMs : 0);
      await log.record(aUse({ keyId: `key_${key}`, publicKeyId: `p${key}`, at }));
    }
  }
  return log;
}

const byKey = { granularity: "hour", groupBy: "key" } as const;

it("shows the largest groups over time, and all requests beside them", async () => {
  const usage = await breakDownUsage(await aUsedLog(), act, { ...byKey, most: 2 });
  expect(usage.groups.map(({ group, served }) => [group, served])).toEqual([
    ["key_0", 3],
    ["key_1", 2],
  ]);
  expect(usage.moreGroups).toBe(1);
  expect(usage.groupBuckets.map(({ start, group, served }) => [start, group, served])).toEqual([
    [noon - 12 * hourMs, "key_0", 1],
    [noon - 12 * hourMs, "key_1", 1],
    [noon, "key_0", 2],
    [noon, "key_1", 1],
  ]);
  expect(usage.buckets.map(({ start, served }) => [start, served])).toEqual([
    [noon - 12 * hourMs, 3],
    [noon, 3],
  ]);
  expect(usage.total).toEqual(usage.buckets.reduce<UsageCount>(addUsage, noUsage));
});

it("has no groups when nothing is told apart", async () => {
  const usage = await breakDownUsage(await aUsedLog(), act, { ...byKey, groupBy: "none", most: 2 });
  expect(usage).toMatchObject({ groups: [], groupBuckets: [], moreGroups: 0, total: { served: 6 } });
});

it("covers whole hours up to now", async () => {
  const { from, to } = await breakDownUsage(await aUsedLog(), act, { ...byKey, most: 2 });
  expect([from, to]).toEqual([noon - 23 * hourMs, noon + hourMs]);
});
