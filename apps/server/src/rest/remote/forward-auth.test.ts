import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exposureOf, findKey, revoke } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../../testing/people.ts";
import {
  aServer,
  openServer,
  type Reply,
  type Sent,
  type ServerOptions,
  type TestServer,
} from "../../../testing/server.ts";

const ownScopes = ["orders:read", "orders:write"] as const;
const path = "/v1/forward-auth";

let shared: TestServer;
let organizationOfAll: TestOrganization;
let routes = 0;

beforeAll(async () => {
  shared = await openServer({ ownScopes });
  organizationOfAll = await anOrganization(shared);
});
afterAll(() => shared.close());

/** A key of its own, and a route that nobody else uses; with options on a server of its own. */
async function aGateway(options?: ServerOptions) {
  const server = options ? await aServer({ ownScopes, ...options }) : shared;
  const organization = options ? await anOrganization(server) : organizationOfAll;
  const { key, token } = await aKey(server, organization, { scopes: ["orders:read", "usage:read"] });
  routes += 1;
  const route = `place${routes}.`;
  const ask = (query = "", sent: Sent = {}) => server.send(`${path}${query}`, { token, ...sent });
  /** Served and refused, by method. */
  const usage = async () => {
    const { body } = await server.send("/v1/usage?group_by=route", { token });
    const rows: readonly Record<string, unknown>[] = body.data;
    const own = rows.filter(({ group }) => String(group).endsWith(` ${route}`));
    return Object.fromEntries(
      own.map(({ group, served, refused }) => [String(group).slice(0, -route.length - 1), [served, refused]]),
    );
  };
  return { server, organization, key, token, route, ask, usage };
}

/** How many requests are left. */
const left = ({ headers }: Reply) => Number(/r=(\d+)/.exec(String(headers["ratelimit"]))?.[1]);

/** What nginx is told in headers: its status and what is meant. */
async function inHeaders({ status, headers, body }: Reply) {
  expect(JSON.parse(String(headers["x-katkey-problem"]))).toEqual(body);
  return [status, headers["x-katkey-status"], body.status, body.code];
}

/** The questions that a configuration of the documentation asks. */
function written(file: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, "../../../../../docs/gateways", file), "utf8");
  return Array.from(text.matchAll(/"[^"]*(\/v1\/forward-auth[^"]*)"/g), ([, asked = ""]) => asked);
}

describe("letting a request in", () => {
  it("says whose it is and how the limit stands, and nothing else", async () => {
    const { organization, key, ask } = await aGateway({});
    const { status, text, headers } = await ask("?scope=orders:read&route=orders");
    expect({ status, text }).toEqual({ status: 200, text: "" });
    expect(headers).toMatchObject({
      "content-length": "0",
      "x-katkey-organization": organization.id,
      "x-katkey-key": key.id,
      "x-katkey-environment": "live",
      "x-katkey-scopes": "usage:read orders:read",
      ratelimit: '"account";r=5999;t=60',
      "ratelimit-policy": '"account";q=6000;w=60',
      "cache-control": "no-store",
      vary: "Authorization",
    });
    expect(Object.keys(headers).filter((name) => name.startsWith("x-katkey"))).toHaveLength(4);
  });

  it("says all four of a key that may do nothing, of the test environment too", async () => {
    const { server, organization, ask } = await aGateway();
    const { token } = await aKey(server, organization, { scopes: [], environment: "test" });
    expect((await ask("", { token })).headers).toMatchObject({
      "x-katkey-environment": "test",
      "x-katkey-scopes": "",
    });
  });

  it.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])(
    "answers %s alike, which may be the client's own",
    async (method) => {
      const { route, ask, usage } = await aGateway();
      expect(await ask(`?route=${route}`, { method })).toMatchObject({ status: 200, text: "" });
      const counted = method === "PROPFIND" ? "(other method)" : method;
      expect(await usage()).toEqual({ [counted]: [1, 0] });
    },
  );

  it.each(["/", "/orders", "/?scope=orders:read", "/../user", "%2F", ".", "x"])(
    "is not asked at %s, as somebody who appends to the path would",
    async (appended) => {
      const { ask } = await aGateway();
      expect((await ask(appended)).status).toBe(404);
      expect((await ask(appended, { token: "nonsense" })).status).toBe(401);
    },
  );

  it.each(["/V1/forward-auth", "/v1/Forward-Auth", "/v1//forward-auth", "/v1/forward%2Dauth"])(
    "nor at %s",
    async (other) => {
      const { server, token } = await aGateway();
      expect((await server.send(other, { token })).status).toBe(404);
    },
  );
});

describe("refusing a request", () => {
  it("tells the client as any route would", async () => {
    const { server, organization, key, ask } = await aGateway();
    const refused = async (query: string, sent: Sent = {}) => {
      const { status, body, headers } = await ask(query, sent);
      expect(headers["content-type"]).toBe("application/problem+json");
      expect(body.status).toBe(status);
      return [status, body.code, headers["www-authenticate"]];
    };
    const bearer = 'Bearer realm="katkey"';
    expect(await refused("", { token: "nonsense" })).toEqual([
      401,
      "invalid_token",
      `${bearer}, error="invalid_token"`,
    ]);
    expect((await server.send(path)).body.code).toBe("missing_credentials");
    expect((await server.send(path)).headers["www-authenticate"]).toBe(bearer);
    expect(await refused("?scope=orders:read%20orders:write")).toEqual([
      403,
      "insufficient_scope",
      `${bearer}, error="insufficient_scope", scope="orders:read orders:write"`,
    ]);
    const revocation = { keyId: key.id, reason: "unused", text: null } as const;
    await revoke(server.services.desk, ownerAct(server, organization), revocation);
    expect(await refused("")).toEqual([401, "key_revoked", `${bearer}, error="invalid_token"`]);
  });

  it.each<[string, Sent["headers"]]>([
    ["invalid_request", { authorization: "Bearer a b" }],
    ["invalid_request", { authorization: "Bearer" }],
    ["invalid_request", { Authorization: ["Bearer a", "Bearer b"] }],
    ["malformed_request", { host: "a b" }],
    ["malformed_request", { "idempotency-key": ["a", "b"] }],
  ])("says 401 %s to %j, where a route says 400, which no gateway hands on", async (code, headers = {}) => {
    const { server } = await aGateway();
    const answer = await server.send(path, { headers });
    expect([answer.status, answer.body.code, answer.body.status]).toEqual([401, code, 401]);
    expect(answer.headers["www-authenticate"]).toBe('Bearer realm="katkey", error="invalid_request"');
  });

  it("counts and notes it for the key's members", async () => {
    const { server, organization, route, ask, usage } = await aGateway();
    const { body } = await ask(`?scope=orders:write&route=${route}`, {
      method: "POST",
      headers: { "x-forwarded-for": "203.0.113.9", "user-agent": "warehouse/2" },
    });
    expect(await usage()).toEqual({ POST: [0, 1] });
    const { traffic, clock } = server.services;
    expect(await traffic.findRefusal(organization.id, body.instance, clock.now())).toMatchObject({
      code: "insufficient_scope",
      status: 403,
      method: "POST",
      route,
      address: "203.0.113.9",
      userAgent: "warehouse/2",
      scopes: ["orders:write"],
    });
  });

  it("gives nginx, which hands on 401 and 403 only, what it is in headers", async () => {
    const spent = { limit: 5, remaining: 0, resetSeconds: 17 };
    const { server, organization, ask } = await aGateway();
    const broke = await aGateway({
      wrap: (services) => ({
        ...services,
        limiter: { ...services.limiter, take: () => ({ ...spent, allowed: false }) },
      }),
    });
    const q = "?gateway=nginx";
    expect(await inHeaders(await ask(q, { token: "nonsense" }))).toEqual([401, "401", 401, "invalid_token"]);
    const { token } = await aKey(server, organization, { scopes: [] });
    const lacking = await ask(`${q}&scope=orders:write`, { token });
    expect(await inHeaders(lacking)).toEqual([403, "403", 403, "insufficient_scope"]);
    const limited = await broke.ask(q);
    expect(await inHeaders(limited)).toEqual([403, "429", 429, "rate_limited"]);
    expect(limited.headers).toMatchObject({ "retry-after": "17", ratelimit: '"account";r=0;t=17' });
    const plain = await broke.ask("");
    expect(plain.status).toBe(429);
    for (const { headers } of [plain, await ask(q)]) {
      expect(headers).not.toHaveProperty("x-katkey-status");
      expect(headers).not.toHaveProperty("x-katkey-problem");
    }
  });

  it("knows no service token", async () => {
    const { ask } = await aGateway();
    const { status, body } = await ask("", { token: `kat_svc_${"a".repeat(16)}.${"b".repeat(49)}` });
    expect([status, body.code]).toEqual([401, "invalid_token"]);
  });
});

describe("a mistake in the gateway's configuration", () => {
  it.each([
    ["?scope=order:read", "scope"],
    ["?scope=", "scope"],
    ["?scopes=orders:read", "scopes"],
    ["?scope=orders:read&page=2", "page"],
    ["?route=a/b", "route"],
    ["?gateway=caddy", "gateway"],
  ])("%s lets nobody in, is told to whoever has a key, and counts as refused", async (query, at) => {
    const { server, token, ask } = await aGateway();
    const refused = async () => {
      const { data } = (await server.send("/v1/usage?granularity=day&group_by=cause", { token })).body;
      const found = data.find(({ group }: { group: string }) => group === "validation_failed");
      return Number(found?.refused ?? 0);
    };
    const refusedBefore = await refused();
    const before = left(await ask());
    const wrong = await ask(query);
    expect([wrong.status, wrong.body.code]).toEqual([422, "validation_failed"]);
    expect(wrong.body.errors).toMatchObject([{ path: at }]);
    expect([left(wrong), left(await ask())]).toEqual([before - 1, before - 2]);
    expect(await refused()).toBe(refusedBefore + 1);
    expect((await ask(query, { token: "nonsense" })).body.code).toBe("invalid_token");
    expect((await server.send(`${path}${query}`)).body.code).toBe("missing_credentials");
  });

  it.each([
    ["of thousands of names", "a&".repeat(7_000)],
    ["of thousands that cannot be decoded", "%&".repeat(1_900)],
  ])("%s is told in a few lines", async (_, query) => {
    const { ask } = await aGateway();
    const { status, body } = await ask(`?${query}`);
    expect(status).toBe(422);
    expect(body.errors.length).toBeLessThanOrEqual(50);
  });

  it("is logged for the operator, once a second at most, without what is secret", async () => {
    const { server, token, ask } = await aGateway({});
    const lines = () =>
      server
        .logs()
        .split("\n")
        .filter((line) => line.includes("of a gateway"))
        .map((line) => JSON.parse(line));
    for (let i = 0; i < 5; i += 1) await ask(`?scope=order:read&x=${token.slice(0, -1)}`);
    expect(lines()).toMatchObject([
      { level: 50, asked: expect.stringContaining("scope=order:read"), mistakes: expect.any(Array) },
    ]);
    expect(JSON.stringify(lines())).not.toContain(token.slice(-20, -1));
    server.clock.advance(1_000);
    await ask("?scope=order:read");
    expect(lines()).toHaveLength(2);
  });
});

describe("a gateway that is not here to be tried", () => {
  it("Traefik asks what there is to ask", async () => {
    const { server, token } = await aGateway();
    const [reading, writing, ...none] = written("traefik.yml");
    expect(none).toEqual([]);
    expect((await server.send(String(reading), { token })).status).toBe(200);
    expect((await server.send(String(writing), { token })).body.code).toBe("insufficient_scope");
  });

  it.each(["/orders", "/orders?scope=orders:read&route=x", "//?&gateway=nginx", "/?uri=/", "/%zz", "*"])(
    "Envoy asks the same with %s of a client behind it",
    async (called) => {
      const { server, token } = await aGateway();
      const [reading, writing, ...none] = written("envoy.yaml");
      expect(none).toEqual([]);
      for (const method of ["GET", "POST", "DELETE"]) {
        expect((await server.send(`${reading}${called}`, { method, token })).status).toBe(200);
        const { status, body } = await server.send(`${writing}${called}`, { method, token });
        expect([status, body.code]).toEqual([403, "insufficient_scope"]);
      }
    },
  );
});

describe("what a gateway says of its client", () => {
  const said = {
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-method": "DELETE",
    "x-forwarded-uri": "/orders/7",
  };

  it("is believed from a trusted proxy", async () => {
    const { server, organization, route, ask, usage } = await aGateway();
    const { token } = await aKey(server, organization, { scopes: [], addresses: ["203.0.113.9"] });
    expect((await ask(`?route=${route}`, { token, headers: said })).status).toBe(200);
    expect(await usage()).toEqual({ DELETE: [1, 0] });
  });

  it("is not believed from anybody else", async () => {
    const trustedProxies = ["192.0.2.1"];
    const { server, organization, route, token: own, ask, usage } = await aGateway({ trustedProxies });
    const { token } = await aKey(server, organization, { scopes: [], addresses: ["203.0.113.9"] });
    const query = `?route=${route}`;
    expect((await ask(query, { token, headers: said })).body.code).toBe("ip_not_allowed");
    expect((await ask(query, { headers: said })).status).toBe(200);
    expect(await usage()).toEqual({ GET: [1, 1] });
    const headers = { ...said, "x-forwarded-uri": `/orders?t=${own}` };
    expect((await ask(query, { headers })).status).toBe(200);
  });

  it.each([
    [{ "x-original-method": "PUT" }, "PUT"],
    [{ "x-original-method": "PUT", "x-forwarded-method": "PATCH" }, "PATCH"],
    [{ "x-forwarded-method": ["GET", "PUT"] }, "(other method)"],
    [{ "x-forwarded-method": "get" }, "(other method)"],
    [{ "x-forwarded-method": "", "x-original-method": "PUT" }, "PUT"],
    [{}, "GET"],
  ])("%j is %s", async (headers, method) => {
    const { route, ask, usage } = await aGateway();
    expect((await ask(`?route=${route}`, { headers })).status).toBe(200);
    expect(await usage()).toEqual({ [method]: [1, 0] });
  });

  it.each([
    ["x-forwarded-uri", (token: string) => `/orders?x=${token}`],
    ["x-original-uri", (token: string) => `/orders/${token}`],
    ["x-original-url", (token: string) => `https://api.example.com/orders?x=${token.replace("_", "%5f")}`],
  ])("a token in %s is exposed and does not get in", async (name, uri) => {
    const { server, organization, key, token, ask } = await aGateway();
    const { status, body, headers } = await ask("", { headers: { [name]: uri(token) } });
    expect([status, body.code]).toEqual([401, "token_in_url"]);
    expect(headers["www-authenticate"]).toBe('Bearer realm="katkey", error="invalid_request"');
    const act = ownerAct(server, organization);
    const exposed = await findKey(server.services.desk, act, key.id);
    expect(exposureOf(exposed, act.now)).toMatchObject({ by: "url" });
  });

  it("a token behind uri= as well, and parameters that only sound like one do get in", async () => {
    const { token, ask } = await aGateway();
    expect((await ask(`?uri=/orders?x=${token}`)).body.code).toBe("token_in_url");
    expect((await ask("?uri=/orders?token=abc&api_key=7")).status).toBe(200);
    expect((await ask("", { headers: { "x-forwarded-uri": "/orders?token=abc&key=7" } })).status).toBe(200);
  });

  it("a preflight is refused by the method that the client used", async () => {
    const { server, ask } = await aGateway();
    const headers = { origin: "https://shop.example", "access-control-request-method": "GET" };
    const forwarded = { ...headers, "x-forwarded-method": "OPTIONS" };
    expect((await server.send(path, { headers: forwarded })).body.code).toBe("browser_call_refused");
    expect((await server.send(path, { method: "OPTIONS", headers })).body.code).toBe("browser_call_refused");
    expect((await ask("", { headers })).body.code).toBe("browser_call_refused");
    expect((await server.send(path, { headers })).body.code).toBe("missing_credentials");
  });

  it("a browser's key is refused and exposed", async () => {
    const { server, organization, key, ask } = await aGateway();
    const { body } = await ask("", { headers: { "sec-fetch-site": "cross-site" } });
    expect(body.code).toBe("browser_call_refused");
    const act = ownerAct(server, organization);
    const exposed = await findKey(server.services.desk, act, key.id);
    expect(exposureOf(exposed, act.now)).toMatchObject({ by: "browser" });
  });
});

it("routes that strangers make up are counted as one", async () => {
  const { server, token, ask } = await aGateway({});
  for (let i = 0; i < 202; i += 1) await ask(`?route=r${i}`);
  const { data } = (await server.send("/v1/usage?group_by=route", { token })).body;
  expect(data).toContainEqual(expect.objectContaining({ group: "GET (other route)", served: 2 }));
});

it("nobody is let in who is not counted", async () => {
  const { ask } = await aGateway({
    wrap: (services) => ({ ...services, usage: { ...services.usage, isCounting: () => false } }),
  });
  const { status, headers, body } = await ask();
  expect([status, body.code, headers["retry-after"]]).toEqual([503, "busy", "2"]);
});
