import { describe, expect, it } from "vitest";
import { closeDueMonths } from "./month-closing.ts";
import { aBilling } from "../testing/billing.ts";
import { anOrganization } from "../testing/index.ts";
import { verifyUsage } from "./verify-usage.ts";

const september = Date.UTC(2026, 8);
const october = Date.UTC(2026, 9);
const november = Date.UTC(2026, 10);

/** Two organizations with two keys each, in live and test, over three months of which two are closed. */
async function setUp() {
  const billing = aBilling();
  const owners = [
    await anOrganization(billing.desk, { now: september }),
    await anOrganization(billing.desk, { now: september, plan: "enterprise" }),
  ] as const;
  for (const owner of owners) {
    const secretOf = (key: number) => `${owner.act.organizationId} ${key}`;
    for (const at of [september + 1, october + 1, november + 1]) {
      await billing.use(owner, at, 4, { keyId: "key_1", publicKeyId: secretOf(1) });
      await billing.use(owner, at, 3, { keyId: "key_2", publicKeyId: secretOf(2), route: "/v1/keys" });
      await billing.use(owner, at, 2, { keyId: "key_3", publicKeyId: secretOf(3), environment: "test" });
      await billing.use(owner, at, 1, { publicKeyId: secretOf(1), status: 429, refused: true });
    }
  }
  await closeDueMonths(billing, { now: november });
  const [{ act }] = owners;
  const tamper = (sql: string) => {
    billing.desk.execute("drop trigger statement_never_changes; drop trigger statement_never_goes");
    billing.desk.execute(`${sql} where organization_id = '${act.organizationId}' and month = '2026-09'`);
  };
  return { billing, organizationId: act.organizationId, tamper };
}

describe("verifying usage", () => {
  it("finds that the sum over keys equals the organization's total equals the billed total", async () => {
    const { billing } = await setUp();
    expect(await verifyUsage(billing)).toEqual({
      organizations: 2,
      months: 6,
      requests: 60,
      statements: 4,
      unread: 0,
      sums: [],
      bills: [],
    });
  });

  it("goes through more organizations and statements than are read at a time", async () => {
    const billing = aBilling();
    for (let i = 0; i < 101; i += 1) await anOrganization(billing.desk, { now: october + i });
    await anOrganization(billing.desk, { now: Date.UTC(2018, 0) });
    await closeDueMonths(billing, { now: november });
    const found = await verifyUsage(billing);
    expect(found).toMatchObject({ organizations: 102, statements: 101 + 106, bills: [] });
  });

  it("is true also of months whose hours are forgotten, and whatever came late", async () => {
    const { billing } = await setUp();
    const later = Date.UTC(2028, 0);
    await closeDueMonths(billing, { now: later });
    const found = await verifyUsage(billing);
    expect(found).toMatchObject({ statements: 2 * 16, requests: 0, sums: [], bills: [] });
  });

  it.each([
    ["update statement set requests = 8", { figure: "requests", counted: 7, billed: 8 }],
    ["update statement set requests = 8", { figure: "keys", counted: 7, billed: 8 }],
    ["update statement set requests_beyond = 1", { figure: "requestsBeyond", counted: 0, billed: 1 }],
    ["update statement set amount_beyond = 1", { figure: "amountBeyond", counted: 0, billed: 1 }],
    ["update statement set total = -1", { figure: "total", counted: 0, billed: -1 }],
    ["update statement set fee = 5", { figure: "total", counted: 5, billed: 0 }],
    ["update statement set included = 5", { figure: "requestsBeyond", counted: 2, billed: 0 }],
    ["delete from statement", { figure: "statement", counted: 1, billed: 0 }],
  ])("finds what %s has done", async (sql, difference) => {
    const { billing, organizationId, tamper } = await setUp();
    tamper(sql);
    const { bills, sums } = await verifyUsage(billing);
    expect(sums).toEqual([]);
    expect(bills).toContainEqual({ organizationId, month: "2026-09", ...difference });
    expect(new Set(bills.map(({ month, organizationId }) => `${organizationId} ${month}`)).size).toBe(1);
  });

  it.each(["hour", "day", "month"])(
    "finds a sum of a %s that is not what was counted",
    async (granularity) => {
      const { billing, organizationId } = await setUp();
      billing.executeUsage(
        `update usage_sum set served = served + 1 where granularity = '${granularity}' and group_by = 'route'
        and organization_id = '${organizationId}' and start < ${october / 3_600_000} and served = 3`,
      );
      const { sums, bills } = await verifyUsage(billing);
      expect(sums).toMatchObject([{ organizationId, granularity, groupBy: "route" }]);
      expect(bills).toEqual([]);
    },
  );

  it("finds a sum of a key that is neither what was counted nor what was billed", async () => {
    const { billing, organizationId } = await setUp();
    billing.executeUsage(
      `update usage_sum set served = 5 where granularity = 'month' and group_by = 'key' and "group" = 'key_1'
        and organization_id = '${organizationId}' and start < ${october / 3_600_000} and served = 4`,
    );
    const { sums, bills } = await verifyUsage(billing);
    expect(sums).toMatchObject([{ organizationId, groupBy: "key", group: "key_1" }]);
    expect(bills).toEqual([{ organizationId, month: "2026-09", figure: "keys", counted: 8, billed: 7 }]);
  });

  it("finds requests that somebody has taken out of the count", async () => {
    const { billing, organizationId } = await setUp();
    billing.executeUsage(`delete from usage_hour where organization_id = '${organizationId}'`);
    const { sums } = await verifyUsage(billing);
    expect(sums.length).toBeGreaterThan(0);
  });

  it("changes nothing", async () => {
    const { billing, organizationId } = await setUp();
    await verifyUsage(billing);
    const due = await billing.statements.listDue({ before: "2026-12", limit: 10 });
    expect(due).toHaveLength(2);
    expect(await billing.desk.audit.verify(organizationId)).toMatchObject({ entries: 3 });
  });
});
