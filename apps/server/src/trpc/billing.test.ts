import { monthOf, startOfMonth } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { anOrganization } from "../../testing/people.ts";
import { aServer, type ServerOptions } from "../../testing/server.ts";

const day = 86_400_000;
const eur = (amount: number) => ({ amount, currency: "EUR" });

/** A server on which months can pass while its sessions go on. */
async function aBillingServer() {
  let later = 0;
  const wrap: ServerOptions["wrap"] = (services) => {
    const now = () => services.clock.now() + later;
    return { ...services, clock: { ...services.clock, now } };
  };
  const server = await aServer({ wrap });
  const organization = await anOrganization(server, { plan: "standard" });
  const call = async (procedure: string, input: object = {}) => {
    const headers = { cookie: organization.members.admin.cookie };
    const body = { organizationId: organization.id, ...input };
    return (await server.send(`/trpc/billing.${procedure}`, { method: "POST", headers, body })).body;
  };
  const dataOf = async (procedure: string, input?: object) => (await call(procedure, input)).result.data;
  const { clock } = server.services;
  const passMonths = (count: number) => (later += count * 31 * day);
  return { call, dataOf, clock, passMonths };
}

describe("billing in the dashboard", () => {
  it("shows the running month with a forecast, in whole cents", async () => {
    const { dataOf, clock } = await aBillingServer();
    expect(await dataOf("show")).toMatchObject({
      month: monthOf(clock.now()),
      plan: "standard",
      price: { fee: eur(0), includedRequests: 10_000, perThousandRequests: eur(100) },
      requests: 0,
      amounts: { fee: eur(0), requestsBeyond: eur(0), total: eur(0) },
      forecast: { requests: 0, amounts: { total: eur(0) } },
    });
    expect(await dataOf("statements")).toEqual({ items: [], nextCursor: null });
  });

  it("lists the statements of months that are over, page by page, and reads one of them", async () => {
    const { dataOf, call, clock, passMonths } = await aBillingServer();
    const first = monthOf(clock.now());
    passMonths(3);
    const months: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await dataOf("statements", { limit: 1, ...(cursor && { cursor }) });
      months.push(...page.items.map(({ month }: { month: string }) => month));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(months.at(-1)).toBe(first);
    expect(months.length).toBeGreaterThanOrEqual(3);
    expect(months).toEqual(months.toSorted().toReversed());

    const statement = await dataOf("statement", { month: first });
    expect(statement).toMatchObject({ month: first, from: new Date(startOfMonth(first)).toISOString() });
    const running = await call("statement", { month: monthOf(clock.now()) });
    expect(running.error.data).toMatchObject({ httpStatus: 404, reason: "statement_not_found" });
    const none = await call("statement", { month: "2026-13" });
    expect(none.error.data.httpStatus).toBe(400);
  });
});
