import { describe, expect, it } from "vitest";
import type { Billing } from "./billing.ts";
import { closeDueMonths } from "./month-closing.ts";
import { findStatement } from "./find-statement.ts";
import { listStatements } from "./list-statements.ts";
import type { Month } from "./month.ts";
import { defaultPrices } from "./price-list.ts";
import { showBilling } from "./show-billing.ts";
import { aBilling, type TestBilling } from "../testing/billing.ts";
import { aKey, anOrganization, asKey, noon, outcomeOf, type Worker } from "../testing/index.ts";

const october = Date.UTC(2026, 9);
const november = Date.UTC(2026, 10);
const december = Date.UTC(2026, 11);
const january = Date.UTC(2027, 0);
const dayMs = 86_400_000;

async function setUp({ plan = "standard", since = october + dayMs }: Setting = {}) {
  const billing = aBilling();
  const owner = await anOrganization(billing.desk, { plan, now: since });
  const { organizationId } = owner.act;
  const show = (now: number) => showBilling(billing, owner.at(now));
  const find = (month: Month, now: number) => findStatement(billing, owner.at(now), month);
  const months = async (now: number) => {
    const { items } = await listStatements(billing, owner.at(now), { limit: 100 });
    return items.map(({ month, requests, total }) => [month, requests, total]);
  };
  const use = (at: number, count?: number, more?: Parameters<TestBilling["use"]>[3]) =>
    billing.use(owner, at, count, more);
  return { billing, desk: billing.desk, owner, organizationId, show, find, months, use };
}

interface Setting {
  readonly plan?: "standard" | "enterprise";
  readonly since?: number;
}

/** Months of small print, so that few requests cost something. */
function withPrices(billing: Billing, standard: Partial<(typeof defaultPrices.plans)["standard"]>): Billing {
  const plans = { ...defaultPrices.plans, standard: { ...defaultPrices.plans.standard, ...standard } };
  return { ...billing, prices: { ...defaultPrices, plans } };
}

describe("the running month", () => {
  it("is billed per calendar month UTC: plan fee, included requests, price per 1,000 beyond", async () => {
    const { billing, owner, use } = await setUp();
    await use(november - 1, 3);
    await use(november, 25);
    const dear = withPrices(billing, { fee: 1_000, included: 10, pricePerThousand: 100_050 });
    const { month, charges } = await showBilling(dear, owner.at(noon));
    expect(month).toBe("2026-11");
    expect(charges).toMatchObject({ requests: 25, requestsBeyond: 15, amountBeyond: 1_500, total: 2_500 });
  });

  it("counts live requests only: test traffic is counted but never billed", async () => {
    const { show, use } = await setUp();
    await use(noon, 3);
    await use(noon, 5, { environment: "test", publicKeyId: "p_test" });
    expect((await show(noon)).charges.requests).toBe(3);
  });

  it("bills no request that admission refused, and none that failed on our side", async () => {
    const { show, use } = await setUp();
    await use(noon, 1);
    await use(noon, 1, { status: 404 });
    await use(noon, 1, { status: 429, refused: true });
    await use(noon, 1, { status: 403, refused: true });
    await use(noon, 1, { status: 502 });
    expect((await show(noon)).charges.requests).toBe(2);
  });

  it("forecasts that requests go on as they have come so far", async () => {
    const { billing, owner, use } = await setUp();
    await use(november, 20);
    const dear = withPrices(billing, { included: 50, pricePerThousand: 100_000 });
    const { charges, forecast } = await showBilling(dear, owner.at(november + 10 * dayMs));
    expect(charges).toMatchObject({ requests: 20, total: 0 });
    expect(forecast).toMatchObject({ requests: 60, requestsBeyond: 10, total: 1_000 });
  });

  it("forecasts a new organization from when it began to exist", async () => {
    const { show, use } = await setUp({ since: november + 20 * dayMs });
    await use(november + 21 * dayMs, 10);
    expect((await show(november + 22 * dayMs)).forecast.requests).toBe(50);
  });

  it("is nobody else's", async () => {
    const { billing, desk, show } = await setUp();
    const stranger = await anOrganization(desk);
    await billing.use(stranger, noon, 7);
    expect((await show(noon)).charges.requests).toBe(0);
  });
});

describe("a closed month", () => {
  it("is a frozen statement: plan and prices of later do not change it", async () => {
    const { billing, desk, owner, find, use } = await setUp({ plan: "enterprise" });
    await use(november - 1, 2);
    const statement = await find("2026-10", november);
    expect(statement).toEqual({
      organizationId: owner.act.organizationId,
      month: "2026-10",
      closedAt: november,
      plan: "enterprise",
      currency: "EUR",
      price: { fee: 49_900, included: 1_000_000, pricePerThousand: 20 },
      requests: 2,
      requestsBeyond: 0,
      amountBeyond: 0,
      total: 49_900,
    });
    desk.execute("update organization set plan = 'standard'");
    const dear = withPrices(billing, { fee: 1 });
    expect(await findStatement(dear, owner.at(noon), "2026-10")).toEqual(statement);
  });

  it("never changes again: what is counted late counts in the month that runs", async () => {
    const { find, months, show, use } = await setUp();
    await use(november - 1, 2);
    const statement = await find("2026-10", november);
    await use(november - 1, 5);
    expect(await find("2026-10", noon)).toEqual(statement);
    expect((await show(noon)).charges.requests).toBe(5);
    expect(await months(december)).toEqual([
      ["2026-11", 5, 0],
      ["2026-10", 2, 0],
    ]);
  });

  it("never changes again when the clock is set back, and does not run again either", async () => {
    const { find, months, show, use } = await setUp();
    await use(november - 1, 2);
    const statement = await find("2026-10", november + 1);
    const earlier = november - dayMs;
    await use(earlier, 3);
    expect(await find("2026-10", earlier)).toEqual(statement);
    const running = await show(earlier);
    expect(running.month).toBe("2026-11");
    expect(running.charges.requests).toBe(3);
    expect(running.forecast.requests).toBeGreaterThanOrEqual(3);
    expect((await months(december)).map(([month, requests]) => [month, requests])).toEqual([
      ["2026-11", 3],
      ["2026-10", 2],
    ]);
  });

  it("is billed on the plan that the organization has when it is closed", async () => {
    const { desk, find } = await setUp();
    desk.execute("update organization set plan = 'enterprise'");
    expect(await find("2026-10", november)).toMatchObject({ plan: "enterprise", total: 49_900 });
  });

  it("has a statement also without any request, from the month on in which the organization began", async () => {
    const { months } = await setUp({ since: november - 1, plan: "enterprise" });
    expect(await months(january)).toEqual([
      ["2026-12", 0, 49_900],
      ["2026-11", 0, 49_900],
      ["2026-10", 0, 49_900],
    ]);
  });

  it("leaves an entry in the audit log", async () => {
    const { billing, desk, organizationId } = await setUp();
    await closeDueMonths(billing, { now: december });
    const { items } = await desk.audit.list(organizationId, { limit: 10, action: "statement.closed" });
    expect(items.map(({ object }) => object.id)).toEqual(["2026-11", "2026-10"]);
  });
});

/** Two organizations that were busy in three months. */
async function aYear() {
  const { billing, owner } = await setUp({ since: Date.UTC(2026, 8, 2) });
  const other = await anOrganization(billing.desk, { plan: "enterprise", now: october });
  for (const at of [Date.UTC(2026, 8, 3), october + 1, november + 1]) await billing.use(owner, at, 2);
  await billing.use(other, november + 1, 3);
  const billsOf = async ({ act }: Worker) => {
    const { items } = await billing.statements.list(act.organizationId, { limit: 100 });
    return items.map(({ month, plan, requests, total }) => ({ month, plan, requests, total }));
  };
  const bills = async () => [await billsOf(owner), await billsOf(other)];
  return { billing, bills, late: () => billing.use(owner, november + 1, 9) };
}

describe("closing", () => {
  it("closes every organization's months since it exists, however long nobody closed any", async () => {
    const { billing, desk, organizationId, use } = await setUp({ since: Date.UTC(2025, 4, 20) });
    const young = await anOrganization(desk, { now: november });
    await use(Date.UTC(2025, 5, 2), 2);
    await use(Date.UTC(2026, 2, 2), 3);
    await closeDueMonths(billing, { now: december });
    const { items } = await billing.statements.list(organizationId, { limit: 100 });
    expect(items).toHaveLength(19);
    expect(items.at(-1)?.month).toBe("2025-05");
    expect(items.filter(({ requests }) => requests > 0)).toMatchObject([
      { month: "2026-03", requests: 3 },
      { month: "2025-06", requests: 2 },
    ]);
    const ofYoung = await billing.statements.list(young.act.organizationId, { limit: 100 });
    expect(ofYoung.items.map(({ month }) => month)).toEqual(["2026-11"]);
  });

  it("closes nothing twice, and no month before its last millisecond is over", async () => {
    const { billing, desk, organizationId } = await setUp();
    const entries = async () => desk.audit.verify(organizationId);
    const before = await entries();
    await closeDueMonths(billing, { now: november - 1 });
    expect(await entries()).toEqual(before);
    await closeDueMonths(billing, { now: november });
    const closed = await entries();
    expect(closed).not.toEqual(before);
    await closeDueMonths(billing, { now: december - 1 });
    expect(await entries()).toEqual(closed);
  });

  it("goes on where it was cut off, whichever step that was", async () => {
    const straight = await aYear();
    await closeDueMonths(straight.billing, { now: december });
    const wanted = await straight.bills();

    let steps = 0;
    for (let whole = false; !whole; steps += 1) {
      const { billing, bills, late } = await aYear();
      let left = steps;
      const cut = <Args extends unknown[], Result>(step: (...args: Args) => Promise<Result>) => {
        return async (...args: Args): Promise<Result> => {
          if (left === 0) throw new Error("cut off");
          left -= 1;
          return step(...args);
        };
      };
      const { statements, usage } = billing;
      const fragile = {
        ...billing,
        usage: { ...usage, closeBefore: cut(usage.closeBefore), sum: cut(usage.sum) },
        statements: { ...statements, listDue: cut(statements.listDue), insert: cut(statements.insert) },
      };
      whole = await closeDueMonths(fragile, { now: december }).then(
        () => true,
        () => false,
      );
      // The line is drawn from the second step on, so this is no business of November's.
      if (steps > 1) await late();
      await closeDueMonths(billing, { now: december + 1 });
      expect(await bills()).toEqual(wanted);
    }
    // Two organizations, three months each: asking, drawing the line, then a sum and a statement for each.
    expect(steps).toBeGreaterThan(12);
  });

  it("asks again when the plan changes between reading it and writing the statement", async () => {
    const { billing, desk, organizationId } = await setUp();
    let changed = false;
    const sum: Billing["usage"]["sum"] = (...question) => {
      if (!changed) desk.execute("update organization set plan = 'enterprise'");
      changed = true;
      return billing.usage.sum(...question);
    };
    await closeDueMonths({ ...billing, usage: { ...billing.usage, sum } }, { now: november });
    const { items } = await billing.statements.list(organizationId, { limit: 10 });
    expect(items).toMatchObject([{ month: "2026-10", plan: "enterprise", total: 49_900 }]);
  });
});

describe("reading", () => {
  it("closes first what is due for that organization, so no answer is from a month that is over", async () => {
    const { billing, desk, organizationId, show, months, use } = await setUp();
    const other = await anOrganization(desk, { now: october });
    await use(november - 1, 4);
    expect((await show(november)).month).toBe("2026-11");
    expect(await billing.statements.find(organizationId, "2026-10")).toMatchObject({ requests: 4 });
    expect((await billing.statements.list(other.act.organizationId, { limit: 1 })).items).toEqual([]);
    expect(await months(december)).toHaveLength(2);
  });

  it("lists statements newest first, page by page", async () => {
    const { billing, owner } = await setUp({ since: Date.UTC(2026, 5) });
    const page = (before?: Month) =>
      listStatements(billing, owner.at(december), { limit: 4, ...(before && { before }) });
    const first = await page();
    expect(first.items.map(({ month }) => month)).toEqual(["2026-11", "2026-10", "2026-09", "2026-08"]);
    expect(first.nextCursor).toBe("2026-08");
    const second = await page("2026-08");
    expect(second.items.map(({ month }) => month)).toEqual(["2026-07", "2026-06"]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ["2026-11", "2026-11 is still running: its statement comes with the first of 2026-12, UTC."],
    ["2026-12", "2026-12 has not begun yet."],
    ["9999-12", "9999-12 has not begun yet."],
    ["2026-09", "There is no statement of 2026-09."],
  ] as const)("says why there is no statement of %s", async (month, message) => {
    const { find } = await setUp();
    await expect(find(month, noon)).rejects.toMatchObject({ code: "statement_not_found", message });
  });

  it("is refused to a test key: bills are about live requests", async () => {
    const { billing, desk, owner } = await setUp();
    const { key } = await aKey(desk, owner.act, { environment: "test" });
    const act = asKey(owner, { key });
    expect(await outcomeOf(showBilling(billing, act))).toBe("environment_not_allowed");
    expect(await outcomeOf(listStatements(billing, act, { limit: 1 }))).toBe("environment_not_allowed");
    expect(await outcomeOf(findStatement(billing, act, "2026-10"))).toBe("environment_not_allowed");
    const live = await aKey(desk, owner.act);
    expect(await outcomeOf(showBilling(billing, asKey(owner, { key: live.key })))).toBe("done");
  });
});
