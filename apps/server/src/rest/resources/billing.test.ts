import { startOfMonth, type Month } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer, type Reply, type ServerOptions } from "../../../testing/server.ts";
import { billingAnswer, statementAnswer, statementListAnswer } from "../../view/billing-answer.ts";

const day = 86_400_000;
const eur = (amount: number) => ({ amount, currency: "EUR" });

/** A server on which time can be told, and a key that may read billing. */
async function aBillingServer({ plan = "standard" }: { plan?: "standard" | "enterprise" } = {}) {
  let later = 0;
  const wrap: ServerOptions["wrap"] = (services) => {
    const now = () => services.clock.now() + later;
    return { ...services, clock: { ...services.clock, now } };
  };
  const server = await aServer({ wrap });
  const turnTo = (month: Month, more = 0) => {
    later += startOfMonth(month) + more - server.services.clock.now();
  };
  turnTo("2034-01", 3 * day);
  const organization = await anOrganization(server, { plan });
  const key = (options: Parameters<typeof aKey>[2] = {}) => aKey(server, organization, options);
  const { token } = await key();
  const get = (path = "", bearer = token) => server.send(`/v1/billing${path}`, { token: bearer });
  /** So many requests at the server's time, without sending each. */
  const use = (count: number) => {
    const use = {
      publicKeyId: "counted",
      keyId: "key_counted",
      organizationId: organization.id,
      environment: "live",
      at: server.services.clock.now(),
      address: "192.0.2.1",
      userAgent: null,
      method: "GET",
      route: "/v1/products",
      status: 200,
      refused: false,
      cause: "none",
      retiring: false,
      requests: 1,
    } as const;
    return Promise.all(Array.from({ length: count }, () => server.services.usage.record(use)));
  };
  return { server, organization, key, get, use, turnTo };
}

const codeOf = ({ status, body }: Reply) => [status, body.code];

describe("GET /v1/billing", () => {
  it("shows the running month: what is included, what was used beyond, what it costs, and a forecast", async () => {
    const { get, use, turnTo } = await aBillingServer();
    await use(11_500);
    turnTo("2034-01", 5 * day);
    const { status, headers, body } = await get();
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(billingAnswer.parse(body)).toEqual({
      month: "2034-01",
      from: "2034-01-01T00:00:00.000Z",
      to: "2034-02-01T00:00:00.000Z",
      plan: "standard",
      price: { fee: eur(0), includedRequests: 10_000, perThousandRequests: eur(100) },
      requests: 11_500,
      requestsBeyond: 1_500,
      amounts: { fee: eur(0), requestsBeyond: eur(150), total: eur(150) },
      // After two of the 28 days that the organization exists in January.
      forecast: {
        requests: 161_000,
        requestsBeyond: 151_000,
        amounts: { fee: eur(0), requestsBeyond: eur(15_100), total: eur(15_100) },
      },
    });
  });

  it("counts the requests that ask for it, too", async () => {
    const { get } = await aBillingServer();
    await get();
    await get();
    expect((await get()).body.requests).toBe(2);
  });

  it("costs the fee of the enterprise plan with 1,000,000 requests included", async () => {
    const { get } = await aBillingServer({ plan: "enterprise" });
    const { body } = await get();
    expect(body).toMatchObject({
      price: { fee: eur(49_900), includedRequests: 1_000_000, perThousandRequests: eur(20) },
      amounts: { fee: eur(49_900), requestsBeyond: eur(0), total: eur(49_900) },
    });
  });

  it("takes no parameters", async () => {
    const { get } = await aBillingServer();
    expect(codeOf(await get("?month=2034-01"))).toEqual([422, "validation_failed"]);
  });
});

describe("GET /v1/billing/statements", () => {
  it("lists closed months newest first, page by page", async () => {
    const { get, turnTo } = await aBillingServer();
    expect((await get("/statements")).body).toEqual({ data: [], nextCursor: null });
    turnTo("2034-06");
    const first = statementListAnswer.parse((await get("/statements?limit=3")).body);
    expect(first.data.map(({ month }) => month)).toEqual(["2034-05", "2034-04", "2034-03"]);
    const second = (await get(`/statements?limit=3&cursor=${first.nextCursor}`)).body;
    expect(second.data.map(({ month }: { month: string }) => month)).toEqual(["2034-02", "2034-01"]);
    expect(second.nextCursor).toBeNull();
  });

  it("takes no cursor but its own", async () => {
    const { server, get, turnTo } = await aBillingServer();
    turnTo("2034-06");
    const { nextCursor } = (await get("/statements?limit=1")).body;
    const stranger = await aKey(server, await anOrganization(server));
    expect(codeOf(await get(`/statements?cursor=${nextCursor}`, stranger.token))).toEqual([
      422,
      "cursor_invalid",
    ]);
    expect(codeOf(await get("/statements?cursor=2034-03"))).toEqual([422, "cursor_invalid"]);
  });

  it.each(["limit=0", "limit=101", "limit=x", "cursor=", "month=2034-01"])("refuses %s", async (query) => {
    const { get } = await aBillingServer();
    expect((await get(`/statements?${query}`)).status).toBe(422);
  });
});

describe("GET /v1/billing/statements/{month}", () => {
  it("shows a statement that never changes again, whatever comes late and whatever the plan becomes", async () => {
    const { get, use, turnTo } = await aBillingServer();
    await use(10_010);
    turnTo("2034-02", 7);
    const first = await get("/statements/2034-01");
    expect(statementAnswer.parse(first.body)).toEqual({
      month: "2034-01",
      from: "2034-01-01T00:00:00.000Z",
      to: "2034-02-01T00:00:00.000Z",
      plan: "standard",
      price: { fee: eur(0), includedRequests: 10_000, perThousandRequests: eur(100) },
      requests: 10_010,
      requestsBeyond: 10,
      amounts: { fee: eur(0), requestsBeyond: eur(1), total: eur(1) },
      closedAt: "2034-02-01T00:00:00.007Z",
    });
    turnTo("2034-01", 30 * day);
    await use(5);
    expect((await get("/statements/2034-01")).text).toBe(first.text);
    turnTo("2034-03", 12 * day);
    expect((await get("/statements/2034-01")).text).toBe(first.text);
    expect((await get("/statements/2034-02")).body.requests).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ["2034-01", "2034-01 is still running: its statement comes with the first of 2034-02, UTC."],
    ["2034-02", "2034-02 has not begun yet."],
    ["2033-12", "There is no statement of 2033-12."],
    ["2034-13", "This is no month: write one as 2026-11."],
    ["latest", "This is no month: write one as 2026-11."],
  ])("says why there is none of %s", async (month, detail) => {
    const { get } = await aBillingServer();
    const reply = await get(`/statements/${month}`);
    expect(reply).toMatchObject({ status: 404, body: { code: "statement_not_found", detail } });
  });
});

describe("the reading", () => {
  const paths = ["", "/statements", "/statements/2034-01"];

  it.each(paths)("of GET /v1/billing%s is refused to a test key", async (path) => {
    const { get, key } = await aBillingServer();
    const { token } = await key({ environment: "test" });
    expect(codeOf(await get(path, token))).toEqual([403, "environment_not_allowed"]);
  });

  it.each(paths)("of GET /v1/billing%s needs the scope billing:read", async (path) => {
    const { get, key } = await aBillingServer();
    const { token } = await key({ scopes: ["usage:read", "keys:write"] });
    const reply = await get(path, token);
    expect(codeOf(reply)).toEqual([403, "insufficient_scope"]);
    expect(reply.headers["www-authenticate"]).toContain('scope="billing:read"');
  });
});

describe("the bill", () => {
  it("does not have what admission refuses, and no test traffic", async () => {
    const { server, get, key } = await aBillingServer();
    const { token: narrow } = await key({ scopes: ["usage:read"] });
    const { token: test } = await key({ environment: "test" });
    await server.send("/v1/keys", { token: narrow });
    await server.send("/v1/user", { token: test });
    await server.send("/v1/user", { token: narrow });
    await server.send("/v1/nothing", { token: narrow });
    expect((await get()).body.requests).toBe(2);
  });
});
