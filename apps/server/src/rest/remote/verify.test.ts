import {
  changeApiAccess,
  changeRequestLimit,
  edit,
  revoke,
  revokeServiceToken,
  rotate,
  suspend,
  type Act,
  type OperatorActor,
} from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leak } from "../../../testing/leak.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../../testing/people.ts";
import { aServer, openServer, type TestServer } from "../../../testing/server.ts";
import { aServiceToken } from "../../../testing/service-token.ts";

let server: TestServer;
let organization: TestOrganization;
let service: string;

beforeAll(async () => {
  server = await openServer({ ownScopes: ["orders:read"] });
  organization = await anOrganization(server);
  ({ token: service } = await aServiceToken(server));
});
afterAll(() => server.close());

const verify = (body: object, { at = server, token = service, headers = {} } = {}) =>
  at.send("/v1/verify", { method: "POST", token, body, headers });

const verifyAll = (requests: readonly object[], { at = server, token = service } = {}) =>
  at.send("/v1/verify/batch", { method: "POST", token, body: { requests } });

function operatorAct(at: TestServer, { id: organizationId, members }: TestOrganization): Act<OperatorActor> {
  const { id: userId, email } = members.owner;
  const actor = { type: "operator", userId, email } as const;
  return { organizationId, actor, now: at.services.clock.now(), address: null, requestId: null };
}

const nobody = { valid: false, principal: null, limit: null };
const requestsOf = async (publicKeyId: string, of = organization, at = server) =>
  (await at.services.usage.lastUses(of.id, [publicKeyId])).get(publicKeyId);

describe("a request of a key that may", () => {
  it("is let in, and whoever asks learns whose key it is and how the limit stands", async () => {
    const asker = await anOrganization(server);
    const expiresAt = server.services.clock.now() + 86_400_000;
    const { key, token } = await aKey(server, asker, { scopes: ["orders:read"], expiresAt });
    const { status, headers, body } = await verify({ token, scopes: ["orders:read"] });
    expect(status).toBe(200);
    expect(body).toEqual({
      valid: true,
      code: "valid",
      principal: {
        key: {
          id: key.id,
          name: key.name,
          environment: "live",
          scopes: ["orders:read"],
          expiresAt: new Date(expiresAt).toISOString(),
        },
        organization: { id: asker.id, name: "Acme", plan: "enterprise" },
        responsibleMember: { role: "owner" },
        secret: { publicKeyId: key.secrets[0].publicKeyId, retiring: false },
      },
      limit: { limit: 6_000, remaining: 5_999, resetSeconds: 60 },
      endedAt: null,
      retryAfterSeconds: null,
    });
    expect(headers).not.toHaveProperty("ratelimit");
    expect(headers).toMatchObject({ "cache-control": "no-store", "x-request-id": expect.any(String) });
  });

  it("says of a secret that was replaced that it works for the rest of its overlap", async () => {
    const { key, token } = await aKey(server, organization);
    await rotate(server.services.desk, ownerAct(server, organization), { keyId: key.id, overlapSeconds: 60 });
    expect((await verify({ token })).body.principal.secret.retiring).toBe(true);
  });

  it("has its token in the body, which exposes nothing", async () => {
    const { key, token } = await aKey(server, organization);
    await verify({ token });
    const { body } = await server.send(`/v1/keys/${key.id}`, { token });
    expect(body.exposure).toBeNull();
    expect(server.logs()).not.toContain(token.split(".")[1]);
  });
});

describe("every code, with what a direct request would have been told", () => {
  const outcomes: [string, () => Promise<object>, object?][] = [
    ["invalid_token", async () => ({ token: "" })],
    ["invalid_token", async () => ({ token: "kat_live_nonsense" })],
    ["invalid_token", async () => ({ token: service })],
    ["invalid_token", async () => ({ token: `Bearer ${(await aKey(server, organization)).token}` })],
    ["key_revoked", async () => ({ token: await aRevokedToken() }), { endedAt: expect.any(String) }],
    ["key_expired", async () => ({ token: await anExpiredToken() }), { endedAt: expect.any(String) }],
    ["secret_quarantined", async () => ({ token: await aLeakedToken() }), { endedAt: expect.any(String) }],
    ["secret_retired", async () => ({ token: await aRetiredToken() }), { endedAt: expect.any(String) }],
    ["organization_suspended", () => after((act) => suspend(server.services.desk, act, "unpaid")), {}],
    [
      "api_access_disabled",
      () => after((act) => changeApiAccess(server.services.desk, act, { apiAccess: false })),
      {},
    ],
    ["ip_not_allowed", async () => ({ ...(await aKeyOfOneAddress()), address: "203.0.113.8" }), {}],
    ["ip_not_allowed", async () => await aKeyOfOneAddress(), {}],
    ["ip_not_allowed", async () => ({ ...(await aKeyOfOneAddress()), address: null }), {}],
    ["valid", async () => ({ ...(await aKeyOfOneAddress()), address: "203.0.113.7" })],
    ["valid", async () => ({ ...(await aKeyOfOneAddress()), address: "::ffff:203.0.113.7" })],
    ["insufficient_scope", async () => ({ ...(await aWeakKey()), scopes: ["orders:read"] }), {}],
    ["insufficient_scope", async () => ({ ...(await aWeakKey()), scopes: ["usage:read", "keys:read"] }), {}],
    ["valid", async () => ({ ...(await aWeakKey()), scopes: ["usage:read"] })],
    ["rate_limited", async () => ({ ...(await aKeyOfATiredOrganization()) }), {}],
  ];

  it.each(outcomes)("%s (%#)", async (code, request, more) => {
    const { status, body } = await verify(await request());
    const known = more === undefined ? nobody : { valid: false, principal: expect.anything() };
    const ended = "endedAt" in (more ?? {}) ? { ...nobody, ...more } : { ...known, endedAt: null };
    expect(status).toBe(200);
    expect(body).toMatchObject({ code, ...(code === "valid" ? { valid: true } : ended) });
  });

  it("too_many_failures, by the address of the client, which whoever asks tells", async () => {
    const strict = await aServer({ failuresPerMinute: 3 });
    const { token } = await aServiceToken(strict);
    const guess = (address?: string) =>
      verify({ token: "kat_live_x", ...(address && { address }) }, { at: strict, token });
    const codes = [];
    for (let i = 0; i < 4; i += 1) codes.push((await guess("198.51.100.1")).body.code);
    expect(codes).toEqual(["invalid_token", "invalid_token", "invalid_token", "too_many_failures"]);
    strict.clock.advance(20_000);
    expect((await guess("198.51.100.1")).body).toEqual({
      ...nobody,
      code: "too_many_failures",
      endedAt: null,
      retryAfterSeconds: 40,
    });
    expect((await guess("198.51.100.2")).body).toEqual({
      ...nobody,
      code: "invalid_token",
      endedAt: null,
      retryAfterSeconds: null,
    });
    for (let i = 0; i < 9; i += 1) expect((await guess()).body.code).toBe("invalid_token");
    const forwarded = { "x-forwarded-for": "198.51.100.1" };
    const direct = await strict.send("/v1/user", { token: "kat_live_x", headers: forwarded });
    expect(direct.body.code).toBe("too_many_failures");
  });
});

describe("what a request costs", () => {
  it("is so many places of the limit, all of them or none, and so many requests in usage", async () => {
    const { other, token, publicKeyId } = await aKeyOfTen();
    expect((await verify({ token, cost: 7 })).body.limit).toMatchObject({ limit: 10, remaining: 3 });
    const refused = (await verify({ token, cost: 4 })).body;
    expect(refused).toMatchObject({
      code: "rate_limited",
      limit: { remaining: 3, resetSeconds: 60 },
      retryAfterSeconds: 60,
    });
    expect((await verify({ token, cost: 3 })).body).toMatchObject({ valid: true, limit: { remaining: 0 } });
    const { body } = await server.send("/v1/usage?granularity=month", {
      token: (await aKey(server, other)).token,
    });
    expect(body.code).toBe("rate_limited");
    expect(await requestsOf(publicKeyId, other)).toMatchObject({ requests: 14, status: 200 });
    server.clock.advance(60_000);
    const report = await server.send("/v1/usage?group_by=key", { token });
    expect(report.body.total).toEqual({ served: 10, refused: 5, failed: 0 });
  });

  it("may be nothing: then it is only decided, and neither taken nor counted nor noted", async () => {
    const { other, token, publicKeyId } = await aKeyOfTen();
    await verify({ token, cost: 10 });
    const { body } = await verify({ token, cost: 0 });
    expect(body).toMatchObject({ valid: true, limit: { remaining: 0 } });
    const narrow = await aKey(server, other, { addresses: ["10.0.0.0/8"] });
    const outside = await verify({ token: narrow.token, cost: 0 });
    expect(outside.body.code).toBe("ip_not_allowed");
    const { traffic, clock } = server.services;
    const id = String(outside.headers["x-request-id"]);
    expect(await traffic.findRefusal(other.id, id, clock.now())).toBeNull();
    expect(await requestsOf(publicKeyId, other)).toMatchObject({ requests: 10 });
    expect(await requestsOf(narrow.key.secrets[0].publicKeyId, other)).toBeUndefined();
  });

  it("is taken exactly, however many ask at once", async () => {
    const { token } = await aKeyOfTen();
    await verify({ token, cost: 8 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify({ token })));
    expect(answers.filter(({ body }) => body.valid)).toHaveLength(2);
    const direct = await server.send("/v1/user", { token });
    expect(direct.body.code).toBe("rate_limited");
  });

  it.each([-1, 1.5, 1_001, "1", null])("is refused when it is %j", async (cost) => {
    const { status, body } = await verify({ token: "x", cost });
    expect([status, body.code, body.errors[0].path]).toEqual([422, "validation_failed", "cost"]);
  });
});

describe("what is counted and noted, as of a direct request", () => {
  it("the last use, the client, the route, and the bill", async () => {
    const other = await anOrganization(server);
    const { key, token } = await aKey(server, other);
    const { publicKeyId } = key.secrets[0];
    await verify({
      token,
      address: "203.0.113.9",
      method: "GET",
      route: "/orders/{id}",
      userAgent: `sdk/1 ${token}`,
    });
    expect(await requestsOf(publicKeyId, other)).toEqual({
      publicKeyId,
      organizationId: other.id,
      keyId: key.id,
      at: server.services.clock.now(),
      address: "203.0.113.9",
      userAgent: `sdk/1 ${token.split(".")[0]}.…`,
      method: "GET",
      route: "/orders/{id}",
      status: 200,
      requests: 1,
      requestsRetiring: 0,
    });
    const since = server.services.clock.now();
    const clients = await server.services.usage.clients(other.id, { publicKeyIds: [publicKeyId], since });
    expect(clients).toMatchObject([{ address: "203.0.113.9", requests: 1, refused: 0 }]);
    const { body: usage } = await server.send("/v1/usage?group_by=route", { token });
    expect(usage.data).toMatchObject([{ group: "GET /orders/{id}", served: 1 }]);
    const { body: billing } = await server.send("/v1/billing", { token });
    // The question, and the report.
    expect(billing.requests).toBe(2);
  });

  it("the route without a token that stands in it", async () => {
    const other = await anOrganization(server);
    const { token } = await aKey(server, other);
    await verify({ token, route: `/orders/${token}` });
    const { body } = await server.send("/v1/usage?group_by=route", { token });
    expect(body.data).toMatchObject([{ group: `/orders/${token.split(".")[0]}.…` }]);
  });

  it.each([
    [{}, "(remote)"],
    [{ method: "GET" }, "GET (remote)"],
    [{ route: "orders.list" }, "orders.list"],
    [{ method: "BREW", route: "/pot" }, "(other method) /pot"],
  ])("%j is counted as %s", async (told, group) => {
    const other = await anOrganization(server);
    const { token } = await aKey(server, other);
    await verify({ token, ...told });
    const { body } = await server.send("/v1/usage?group_by=route", { token });
    expect(body.data).toMatchObject([{ group, served: 1 }]);
  });

  it("as one route the two hundred and first and those behind it, a gateway's among them", async () => {
    const other = await anOrganization(server);
    const { token } = await aKey(server, other);
    for (let i = 0; i < 300; i += 100) {
      await verifyAll(
        Array.from({ length: 100 }, (_, j) => ({ token, method: "GET", route: `/orders/${i + j}` })),
      );
    }
    await server.send("/v1/forward-auth?route=orders", { token });
    const { body } = await server.send("/v1/usage?group_by=route&limit=1000", { token });
    expect(body.data).toHaveLength(201);
    expect(body.data).toContainEqual(expect.objectContaining({ group: "GET (other route)", served: 101 }));
  });

  it("a refusal, by the request's id, with what was asked and what would have been said", async () => {
    const { key, token } = await aKey(server, organization, { scopes: ["usage:read"] });
    const headers = { "x-request-id": "order-4711" };
    const told = { address: "203.0.113.9", method: "POST", route: "/orders", userAgent: "sdk/1" };
    await verify({ token, scopes: ["orders:read"], ...told }, { headers });
    const { traffic, clock } = server.services;
    expect(await traffic.findRefusal(organization.id, "order-4711", clock.now())).toMatchObject({
      requestId: "order-4711",
      keyId: key.id,
      ...told,
      status: 403,
      code: "insufficient_scope",
      detail: "This needs a key with orders:read.",
      scopes: ["orders:read"],
      limit: { limit: 6_000 },
    });
    expect(await requestsOf(key.secrets[0].publicKeyId)).toMatchObject({ status: 403, requests: 1 });
  });

  it("of a key that has ended its refusal, and no use", async () => {
    const { key, token } = await aKey(server, organization);
    const revocation = { keyId: key.id, reason: "unused", text: null } as const;
    await revoke(server.services.desk, ownerAct(server, organization), revocation);
    const { headers } = await verify({ token });
    const { traffic, clock } = server.services;
    const id = String(headers["x-request-id"]);
    expect(await traffic.findRefusal(organization.id, id, clock.now())).toMatchObject({
      code: "key_revoked",
      status: 401,
      limit: null,
    });
    expect(await requestsOf(key.secrets[0].publicKeyId)).toBeUndefined();
  });

  it("nothing is decided while nothing can be counted", async () => {
    const full = await aServer({
      wrap: (services) => ({ ...services, usage: { ...services.usage, isCounting: () => false } }),
    });
    const { token } = await aServiceToken(full);
    const { status, headers, body } = await verify({ token: "x" }, { at: full, token });
    expect([status, body.code, headers["retry-after"]]).toEqual([503, "busy", "2"]);
  });
});

describe("a change", () => {
  it("of the key counts from the very next question on", async () => {
    const { key, token } = await aKey(server, organization);
    expect((await verify({ token, address: "192.0.2.1" })).body.code).toBe("valid");
    const act = ownerAct(server, organization);
    await edit(server.services.desk, act, { keyId: key.id, addresses: ["10.0.0.0/8"] });
    expect((await verify({ token, address: "192.0.2.1" })).body.code).toBe("ip_not_allowed");
    await revoke(server.services.desk, act, { keyId: key.id, reason: "unused", text: null });
    expect((await verify({ token, address: "192.0.2.1" })).body.code).toBe("key_revoked");
  });
});

describe("a service token that covers some organizations", () => {
  it("knows their keys, and no others: as if they did not exist, in the answer and in all that is kept", async () => {
    const other = await anOrganization(server);
    const { token: limited } = await aServiceToken(server, { organizations: [organization.id] });
    const own = await aKey(server, organization);
    expect((await verify({ token: own.token }, { token: limited })).body.valid).toBe(true);

    const live = await aKey(server, other, { scopes: ["usage:read"], addresses: ["10.0.0.0/8"] });
    const ended = await aKey(server, other);
    const revocation = { keyId: ended.key.id, reason: "unused", text: null } as const;
    await revoke(server.services.desk, ownerAct(server, other), revocation);
    const stranger = await aServer();
    const unknown = await aKey(stranger, await anOrganization(stranger));

    const headers = { "x-request-id": "same" };
    const asked = { address: "192.0.2.1", scopes: ["orders:read"], method: "GET", route: "/x", cost: 5 };
    const answers = [];
    for (const { token } of [unknown, live, ended]) {
      const reply = await verify({ token, ...asked }, { token: limited, headers });
      const { date: _, ...rest } = reply.headers;
      answers.push({ status: reply.status, headers: rest, text: reply.text });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const { traffic, clock, limiter } = server.services;
    expect(await traffic.findRefusal(other.id, "same", clock.now())).toBeNull();
    expect(await requestsOf(live.key.secrets[0].publicKeyId, other)).toBeUndefined();
    expect((await limiter.peek(other.id, 6_000, clock.monotonic())).remaining).toBe(6_000);
    const batch = await verifyAll([{ token: live.token }, { token: own.token }], { token: limited });
    expect(batch.body.answers.map(({ code }: { code: string }) => code)).toEqual(["invalid_token", "valid"]);
  });
});

describe("several questions at once", () => {
  it("are answered in their order, each as by itself, a hundred at most", async () => {
    const other = await anOrganization(server);
    const { token } = await aKey(server, other);
    await changeRequestLimit(server.services.desk, operatorAct(server, other), 60);
    const requests = Array.from({ length: 100 }, (_, i) => ({ token: i % 10 === 0 ? "x" : token }));
    const { status, body } = await verifyAll(requests);
    expect(status).toBe(200);
    const codes = body.answers.map(({ code }: { code: string }) => code);
    const expected = requests.map(({ token: sent }, i) => {
      if (sent === "x") return "invalid_token";
      return i - Math.ceil(i / 10) < 60 ? "valid" : "rate_limited";
    });
    expect(codes).toEqual(expected);
    expect(body.answers[1].limit.remaining).toBe(59);
  });

  it.each([0, 101])("are not %i", async (length) => {
    const { status, body } = await verifyAll(Array.from({ length }, () => ({ token: "x" })));
    expect([status, body.errors[0].path]).toEqual([422, "requests"]);
  });

  it("are all refused for one that is not understood: nothing is taken", async () => {
    const other = await anOrganization(server);
    const { token } = await aKey(server, other);
    const { status, body } = await verifyAll([{ token }, { token, scopes: ["nobody:declares"] }]);
    expect([status, body.errors[0]]).toMatchObject([
      422,
      { path: "requests.1.scopes.0", code: "not_one_of" },
    ]);
    const { clock, limiter } = server.services;
    expect((await limiter.peek(other.id, 6_000, clock.monotonic())).remaining).toBe(6_000);
  });

  it("have a name each for their refusals", async () => {
    const { token } = await aKey(server, organization, { scopes: [] });
    const body = { requests: [{ token }, { token, scopes: ["orders:read"] }] };
    const headers = { "x-request-id": "batch-1" };
    await server.send("/v1/verify/batch", { method: "POST", token: service, headers, body });
    const { traffic, clock } = server.services;
    const found = await traffic.findRefusal(organization.id, "batch-1.2", clock.now());
    expect(found).toMatchObject({ code: "insufficient_scope" });
    expect(await traffic.findRefusal(organization.id, "batch-1.1", clock.now())).toBeNull();
  });
});

describe("who asks without a service token that is accepted", () => {
  it("is refused before a byte of the body is looked at", async () => {
    const headers = { "content-type": "text/plain" };
    const body = "{".repeat(200_000);
    for (const path of ["/v1/verify", "/v1/verify/batch"]) {
      const none = await server.send(path, { method: "POST", body, headers });
      expect([none.status, none.body.code]).toEqual([401, "missing_credentials"]);
      expect(none.headers["www-authenticate"]).toBe('Bearer realm="katkey"');
      const wrong = await server.send(path, { method: "POST", body, headers, token: "kat_svc_x" });
      expect([wrong.status, wrong.body.code]).toEqual([401, "invalid_token"]);
      expect(wrong.headers["www-authenticate"]).toBe('Bearer realm="katkey", error="invalid_token"');
      const get = await server.send(path, { token: "kat_svc_x" });
      expect(get.status).toBe(401);
    }
  });

  it("is told that an API key is none", async () => {
    const { key, token } = await aKey(server, organization);
    const { status, body } = await verify({ token }, { token });
    expect([status, body.code]).toEqual([401, "invalid_token"]);
    expect(body.detail).toMatch(/needs a service token/);
    expect(await requestsOf(key.secrets[0].publicKeyId)).toBeUndefined();
  });

  it("is throttled by address, together with who guesses keys", async () => {
    const strict = await aServer({ failuresPerMinute: 2 });
    const headers = { "x-forwarded-for": "198.51.100.7" };
    const guess = () => verify({ token: "x" }, { at: strict, token: "kat_svc_x", headers });
    await strict.send("/v1/user", { token: "kat_live_x", headers });
    expect((await guess()).body.code).toBe("invalid_token");
    const third = await guess();
    expect([third.status, third.body.code, third.headers["retry-after"]]).toEqual([
      429,
      "too_many_failures",
      "60",
    ]);
    const { token } = await aServiceToken(strict);
    expect((await verify({ token: "x" }, { at: strict, token, headers })).status).toBe(200);
  });

  it("learns when the token ended, if it was one", async () => {
    const own = await aServer();
    const { token, record } = await aServiceToken(own, { expiresAt: own.services.clock.now() + 1_000 });
    own.clock.advance(1_000);
    const { status, body } = await verify({ token: "x" }, { at: own, token });
    expect([status, body.code]).toEqual([401, "invalid_token"]);
    expect(body.detail).toMatch(/^The service token expired at 20/);
    expect(own.logs()).not.toContain(token.split(".")[1]);
    expect(record.id).toMatch(/^svt_/);
  });

  it("has sent it in the URL", async () => {
    const { token } = await aKey(server, organization);
    const { status, body } = await server.send(`/v1/verify?token=${token}`, {
      method: "POST",
      token: service,
    });
    expect([status, body.code]).toEqual([400, "token_in_url"]);
  });
});

describe("a service token that is revoked", () => {
  it("answers nothing from the very next question on, nor the one whose body is on its way", async () => {
    const own = await aServer();
    const { token: key } = await aKey(own, await anOrganization(own));
    const { token, record } = await aServiceToken(own);
    expect((await verify({ token: key }, { at: own, token })).body.valid).toBe(true);
    const body = JSON.stringify({ token: key });
    const head = [
      "POST /v1/verify HTTP/1.1",
      "Host: a",
      `Authorization: Bearer ${token}`,
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
      "Connection: close",
    ];
    const parts = [`${head.join("\r\n")}\r\n\r\n${body.slice(0, 1)}`, body.slice(1)];
    const late = await own.rawInParts(parts, () => end(own, record.id));
    expect(late).toMatch(/^HTTP\/1\.1 401 /);
    expect(late).toContain("The service token was revoked at");
    expect((await verify({ token: key }, { at: own, token })).status).toBe(401);
  });
});

describe("what is asked", () => {
  it.each([
    ["GET", 405],
    ["PUT", 405],
    ["OPTIONS", 204],
  ])("with %s is answered with %i and what is allowed", async (method, status) => {
    const reply = await server.send("/v1/verify", { method, token: service });
    expect([reply.status, reply.headers["allow"]]).toEqual([status, "POST, OPTIONS"]);
  });

  it.each([
    [{}, "token", "missing"],
    [{ token: 1 }, "token", "wrong_type"],
    [{ token: "x", address: "203.0.113.7:443" }, "address", "malformed"],
    [{ token: "x", address: "localhost" }, "address", "malformed"],
    [{ token: "x", address: "fe80::1%en0" }, "address", "malformed"],
    [{ token: "x", method: "GET /" }, "method", "malformed"],
    [{ token: "x", route: "" }, "route", "malformed"],
    [{ token: "x", route: "a\nb" }, "route", "malformed"],
    [{ token: "x", route: "x".repeat(201) }, "route", "malformed"],
    [{ token: "x", scopes: ["orders"] }, "scopes.0", "malformed"],
    [{ token: "x", scopes: ["orders:write"] }, "scopes.0", "not_one_of"],
    [{ token: "x", ip: "203.0.113.7" }, "ip", "unknown_field"],
  ])("%j is refused for %s, which is %s", async (body, path, code) => {
    const reply = await verify(body);
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toMatchObject([{ path, code }]);
  });

  it.each([
    ["malformed_json", 400, "{", "application/json"],
    ["malformed_json", 400, "[]", "application/json"],
    ["validation_failed", 422, '{"token":"x","token":"y"}', "application/json"],
    ["unsupported_media_type", 415, '{"token":"x"}', "text/plain"],
    ["body_too_large", 413, `{"token":"${"x".repeat(103_000)}"}`, "application/json"],
  ])("is answered with %s (%i) when it cannot be read", async (code, status, body, type) => {
    const headers = { "content-type": type };
    const reply = await server.send("/v1/verify", { method: "POST", token: service, body, headers });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

async function aRevokedToken() {
  const { key, token } = await aKey(server, organization);
  const revocation = { keyId: key.id, reason: "unused", text: null } as const;
  await revoke(server.services.desk, ownerAct(server, organization), revocation);
  return token;
}

async function anExpiredToken() {
  const expiresAt = server.services.clock.now() + 1;
  const { token } = await aKey(server, organization, { expiresAt });
  server.clock.advance(1);
  return token;
}

async function aLeakedToken() {
  const { token } = await aKey(server, organization);
  await leak(server, token);
  return token;
}

async function aRetiredToken() {
  const { key, token } = await aKey(server, organization);
  await rotate(server.services.desk, ownerAct(server, organization), { keyId: key.id, overlapSeconds: 0 });
  return token;
}

async function after(change: (act: Act<OperatorActor>) => Promise<unknown>) {
  const other = await anOrganization(server);
  const { token } = await aKey(server, other);
  await change(operatorAct(server, other));
  return { token };
}

const aKeyOfOneAddress = async () => {
  return { token: (await aKey(server, organization, { addresses: ["203.0.113.7"] })).token };
};
const aWeakKey = async () => {
  return { token: (await aKey(server, organization, { scopes: ["usage:read"] })).token };
};

async function aKeyOfATiredOrganization() {
  const request = await after((act) => changeRequestLimit(server.services.desk, act, 1));
  await verify(request);
  return request;
}

async function aKeyOfTen() {
  const other = await anOrganization(server);
  const { key, token } = await aKey(server, other);
  await changeRequestLimit(server.services.desk, operatorAct(server, other), 10);
  return { other, token, publicKeyId: key.secrets[0].publicKeyId };
}

function end({ services }: TestServer, id: Parameters<typeof revokeServiceToken>[2]) {
  const actor = { type: "shell", command: "katkey service-tokens revoke" } as const;
  const act = { actor, now: services.clock.now(), address: null, requestId: null };
  return revokeServiceToken(services.desk, act, id);
}
