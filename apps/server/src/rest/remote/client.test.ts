import { once } from "node:events";
import { createServer, request as httpRequest, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { changeApiAccess, changeRequestLimit, revoke, rotate, suspend, tokenKinds } from "@katkey/keys";
import express from "express";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createRequireKey, katkeyOf } from "../../../../../packages/client/src/express/index.ts";
import {
  createKatkey,
  KatkeyConfigurationError,
  KatkeyQuestionError,
  type KatkeyOptions,
} from "../../../../../packages/client/src/index.ts";
import { hasStrayToken } from "../../../../../packages/client/src/incoming/stray-token.ts";
import { isRefusalCode, refusals } from "../../../../../packages/client/src/refusals.ts";
import { anAppToken, appTokenLifetimeMs, disconnected } from "../../../testing/app-token.ts";
import { leak } from "../../../testing/leak.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../../testing/people.ts";
import { aServer, openServer, type Sent, type TestServer } from "../../../testing/server.ts";
import { aServiceToken } from "../../../testing/service-token.ts";
import { verifyAnswer } from "../../view/verify-answer.ts";

let server: TestServer;
let organization: TestOrganization;

beforeAll(async () => {
  server = await openServer({ ownScopes: ["orders:read"] });
  organization = await anOrganization(server);
});
afterAll(() => server.close());

async function aKatkey(at: TestServer, options: Partial<KatkeyOptions> = {}) {
  const { token: serviceToken } = await aServiceToken(at);
  return createKatkey({ url: at.url, serviceToken, publicUrl: at.origin, ...options });
}

/** A backend of the company's own, with a route that asks for the same as one of ours. */
async function aBackend(at: TestServer) {
  const app = express().set("trust proxy", "loopback");
  const requireKey = createRequireKey(await aKatkey(at));
  app.all("/v1/products", requireKey({ scope: "products:read" }), (request, response) => {
    const { key, grant } = katkeyOf(request).principal;
    response.json({ key: (key ?? grant).id });
  });
  app.get("/orders/:id", requireKey(), (_, response) => response.json({}));
  return serve(app);
}

describe("the middleware answers as a direct route would", () => {
  const cases: [string, number, () => Promise<Sent>][] = [
    ["missing_credentials", 401, async () => ({})],
    ["missing_credentials", 401, async () => authorized("Basic eDp5")],
    ["invalid_request", 400, async () => authorized("Bearer a b")],
    ["invalid_request", 400, async () => authorized(["Bearer a", "Bearer b"])],
    ["invalid_request", 400, async () => authorized(["Basic eDp5", "Bearer b"])],
    ["invalid_token", 401, async () => ({ token: "wrong" })],
    ["invalid_token", 401, async () => ({ token: "w".repeat(9_000) })],
    ["invalid_token", 401, () => aServiceToken(server)],
    ["key_revoked", 401, async () => ({ token: await aRevokedToken() })],
    ["key_expired", 401, async () => ({ token: await anExpiredToken() })],
    ["secret_retired", 401, async () => ({ token: await aRetiredToken() })],
    ["secret_quarantined", 401, async () => ({ token: await aLeakedToken() })],
    ["insufficient_scope", 403, () => aKey(server, organization, { scopes: ["usage:read"] })],
    ["insufficient_scope", 403, () => anAppToken(server, organization, { scopes: ["usage:read"] })],
    ["app_disconnected", 401, aDisconnectedToken],
    ["token_expired", 401, anAppTokenOutOfTime],
    ["ip_not_allowed", 403, () => aKey(server, organization, { addresses: ["203.0.113.7"] })],
    ["organization_suspended", 403, () => aKeyAfter((act) => suspend(desk(), act, "unpaid"))],
    [
      "api_access_disabled",
      403,
      () => aKeyAfter((act) => changeApiAccess(desk(), act, { apiAccess: false })),
    ],
    ["rate_limited", 429, () => aKeyOfATiredOrganization()],
  ];

  it.each(cases)("%s: %i", async (code, status, arrange) => {
    const { token, headers } = await arrange();
    const sent = {
      headers: { ...headers, ...(token !== undefined && authorized(`Bearer ${token}`).headers) },
    };
    const { send } = await aBackend(server);
    const ours = await server.send("/v1/products", sent);
    const theirs = await send("/v1/products", sent);
    expect({ status: theirs.status, code: theirs.body.code }).toEqual({ status, code });
    expect(told(theirs)).toEqual(told(ours));
  });

  it.each([
    ["a token in the URL", "/v1/products?access_token=x", { token: "wrong" }],
    ["a browser", "/v1/products", { headers: { origin: "https://shop.example" } }],
    [
      "a browser's preflight",
      "/v1/products",
      { method: "OPTIONS", headers: { origin: "https://a.example", "access-control-request-method": "GET" } },
    ],
  ] as [string, string, Sent][])("%s, but for what is said about the key", async (_, path, sent) => {
    const { token } = await aKey(server, organization);
    const headers = sent.method
      ? sent.headers
      : { ...authorized(`Bearer ${token}`).headers, ...sent.headers };
    const { send } = await aBackend(server);
    const ours = await server.send(path, { ...sent, headers: { ...headers } });
    const theirs = await send(path, { ...sent, headers: { ...headers } });
    const about = ({ status, headers, body }: ReturnType<typeof told>) => {
      return {
        status,
        challenge: headers["www-authenticate"],
        code: body.code,
        title: body.title,
        type: body.type,
      };
    };
    expect(about(told(theirs))).toEqual(about(told(ours)));
  });

  it("too_many_failures: 429, and a good key still passes", async () => {
    const strict = await aServer({ failuresPerMinute: 2 });
    const { token } = await aKey(strict, await anOrganization(strict));
    const { send } = await aBackend(strict);
    for (let n = 0; n < 2; n += 1) await send("/v1/products", authorized("Bearer wrong"));
    strict.clock.advance(20_000);
    const theirs = await send("/v1/products", authorized("Bearer wrong"));
    const ours = await strict.send("/v1/products", authorized("Bearer wrong"));
    expect([theirs.status, theirs.headers["retry-after"]]).toEqual([429, "40"]);
    expect(told(theirs)).toEqual(told(ours));
    expect((await send("/v1/products", authorized(`Bearer ${token}`))).status).toBe(200);
  });

  it("and lets in whom it would let in, from where the proxy says", async () => {
    const { key, token } = await aKey(server, organization, { addresses: ["203.0.113.7"] });
    const { send } = await aBackend(server);
    const sent = { headers: { ...authorized(`Bearer ${token}`).headers, "x-forwarded-for": "203.0.113.7" } };
    const theirs = await send("/v1/products", sent);
    expect(theirs).toMatchObject({ status: 200, body: { key: key.id } });
    const ours = await server.send("/v1/products", sent);
    expect(theirs.headers["ratelimit-policy"]).toBe(ours.headers["ratelimit-policy"]);
    expect(remainingIn(theirs) - remainingIn(ours)).toBe(1);
  });
});

describe("a request at the backend", () => {
  it("takes one place of the limit, and is counted under its route", async () => {
    const its = await anOrganization(server);
    const { token } = await aKey(server, its);
    const { send } = await aBackend(server);
    const replies = [];
    for (const id of [1, 2, 3]) replies.push(await send(`/orders/${id}`, authorized(`Bearer ${token}`)));
    const [first = 0, second, third] = replies.map(remainingIn);
    expect([second, third]).toEqual([first - 1, first - 2]);
    const usage = await server.send("/v1/usage?granularity=day&group_by=route", { token });
    expect(JSON.stringify(usage.body)).toContain("/orders/:id");
  });

  it("that is refused is explained by the id in its answer", async () => {
    const { token } = await aKey(server, organization, { scopes: ["usage:read"] });
    const { send } = await aBackend(server);
    const { body, headers } = await send("/v1/products", authorized(`Bearer ${token}`));
    expect(headers["x-request-id"]).toBe(body.instance);
    const found = server.services.traffic.findRefusal(organization.id, body.instance, server.clock.now());
    expect(await found).toMatchObject({
      code: "insufficient_scope",
      scopes: ["products:read"],
      address: "127.0.0.1",
    });
  });
});

describe("the client", () => {
  it("knows each code that a decision can have, and no other", () => {
    const { code } = verifyAnswer.unwrap().shape;
    const refusing = Object.keys(refusals).filter(isRefusalCode);
    expect(new Set(["valid", ...refusing])).toEqual(new Set(code.options));
  });

  it.each(tokenKinds)("finds a token of the kind %s in a URL", (kind) => {
    expect(hasStrayToken(`/orders?note=kat_${kind}_${"a".repeat(16)}.${"b".repeat(49)}`)).toBe(true);
  });

  it("asks for the company's own scopes", async () => {
    const katkey = await aKatkey(server);
    const { token } = await aKey(server, organization, { scopes: ["orders:read"] });
    expect(await katkey.verify({ token, scopes: ["orders:read"] })).toMatchObject({ valid: true });
    const asked = katkey.verify({ token, scopes: ["orders:read", "parcels:read"] });
    await expect(asked).rejects.toThrow(KatkeyQuestionError);
    await expect(asked).rejects.toMatchObject({ faults: [{ path: "scopes.1" }] });
  });

  it("spends what a request costs, and nothing for a mere check", async () => {
    const its = await anOrganization(server);
    const { token } = await aKey(server, its);
    const katkey = await aKatkey(server);
    const remaining = [];
    for (const cost of [0, 5, 0, undefined]) {
      const decision = await katkey.verify({ token, cost });
      remaining.push(decision.limit?.remaining);
    }
    expect(remaining).toEqual([6_000, 5_995, 5_995, 5_994]);
  });

  it("asks about a hundred at once", async () => {
    const { token } = await aKey(server, organization);
    const ended = await aRevokedToken();
    const questions = Array.from({ length: 100 }, (_, index) => ({
      token: index % 2 ? ended : token,
      cost: 0,
    }));
    const decisions = await (await aKatkey(server)).verifyBatch(questions);
    expect(decisions.map(({ code }) => code)).toEqual(
      questions.map((_, index) => (index % 2 ? "key_revoked" : "valid")),
    );
  });

  it("has its refusals of a batch explained, each by its id", async () => {
    const { token } = await aKey(server, organization, { scopes: [] });
    const katkey = await aKatkey(server);
    const [, second] = await katkey.verifyBatch([
      { token, cost: 0 },
      { token, scopes: ["usage:read"] },
    ]);
    const id = second?.requestId ?? "";
    const found = await server.services.traffic.findRefusal(organization.id, id, server.clock.now());
    expect(found).toMatchObject({ requestId: id, code: "insufficient_scope" });
  });

  it("sees a revocation at once, and with a cache when what it remembers is too old", async () => {
    const { key, token } = await aKey(server, organization);
    const [plain, cached] = [
      await aKatkey(server),
      await aKatkey(server, { cache: { maxStaleMilliseconds: 400, maxEntries: 10 } }),
    ];
    for (const katkey of [plain, cached])
      expect(await katkey.verify({ token })).toMatchObject({ valid: true });
    await revoke(server.services.desk, ownerAct(server, organization), {
      keyId: key.id,
      reason: "unused",
      text: null,
    });
    expect(await plain.verify({ token })).toMatchObject({ code: "key_revoked" });
    expect(await cached.verify({ token }, { cache: "skip" })).toMatchObject({ code: "key_revoked" });
    await expect
      .poll(async () => (await cached.verify({ token })).code, { timeout: 10_000 })
      .toBe("key_revoked");
  });

  it("takes no client's key for bad because its own token is", async () => {
    const { token } = await aKey(server, organization);
    const { token: serviceToken } = await aServiceToken(await aServer());
    const katkey = createKatkey({ url: server.url, serviceToken });
    const asked = katkey.verify({ token });
    await expect(asked).rejects.toThrow(KatkeyConfigurationError);
    await expect(asked).rejects.toMatchObject({ code: "service_token_refused" });
  });

  it("knows when what it asks is no verify", async () => {
    const { token: serviceToken } = await aServiceToken(server);
    const katkey = createKatkey({ url: `${server.url}/docs`, serviceToken });
    await expect(katkey.verify({ token: "x" })).rejects.toMatchObject({ code: "not_katkey" });
  });

  it("knows nothing of an organization that its token is not for", async () => {
    const other = await anOrganization(server);
    const { token: serviceToken } = await aServiceToken(server, { organizations: [other.id] });
    const katkey = createKatkey({ url: server.url, serviceToken });
    const [theirs, ours] = [await aKey(server, other), await aKey(server, organization)];
    expect(await katkey.verify({ token: theirs.token })).toMatchObject({ valid: true });
    expect(await katkey.verify({ token: ours.token })).toMatchObject({
      valid: false,
      code: "invalid_token",
      principal: null,
    });
  });

  it.each(["", " ", "\u0000", "Bearer x", "x".repeat(50_000), "\ud800", "æ", '"', "kat_live_"])(
    "gets a decision about every text that a client may send: %j",
    async (token) => {
      const katkey = await aKatkey(server);
      const odd = { method: "x".repeat(99), route: "/æ\n/:id", userAgent: `${token}é` };
      expect(await katkey.verify({ token, ...odd })).toMatchObject({ valid: false, code: "invalid_token" });
    },
  );
});

function authorized(authorization: string | string[]) {
  return { headers: { authorization } };
}

/** What a client is told, but for the request's own id. */
function told({ status, headers, body }: Awaited<ReturnType<TestServer["send"]>>) {
  const { instance: _, ...problem } = body;
  const names = [
    "www-authenticate",
    "retry-after",
    "ratelimit-policy",
    "content-type",
    "cache-control",
    "vary",
  ];
  // Whoever asked later may find one place less.
  const limit = String(headers["ratelimit"]).replace(/r=\d+/, "r=…");
  const those = Object.fromEntries(names.map((name) => [name, headers[name]]));
  return { status, limit, headers: those, body: problem };
}

function remainingIn({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): number {
  return Number(/;r=(\d+)/.exec(String(headers["ratelimit"]))?.[1]);
}

const desk = () => server.services.desk;

function operatorAct(its: TestOrganization) {
  const { id: userId, email } = its.members.owner;
  return { ...ownerAct(server, its), actor: { type: "operator", userId, email } } as const;
}

/** A key of an organization of its own, to which something is done. */
async function aKeyAfter(change: (act: ReturnType<typeof operatorAct>) => Promise<unknown>) {
  const its = await anOrganization(server);
  const key = await aKey(server, its);
  await change(operatorAct(its));
  return key;
}

/** Its next place is free in 39.5 seconds. */
async function aKeyOfATiredOrganization() {
  const key = await aKeyAfter((act) => changeRequestLimit(desk(), act, 1));
  await server.send("/v1/user", key);
  server.clock.advance(20_500);
  return key;
}

async function aDisconnectedToken() {
  const made = await anAppToken(server, organization);
  await disconnected(server, organization, made);
  return made;
}

async function anAppTokenOutOfTime() {
  const made = await anAppToken(server, organization);
  server.clock.advance(appTokenLifetimeMs);
  return made;
}

async function aRevokedToken(): Promise<string> {
  const { key, token } = await aKey(server, organization);
  await revoke(desk(), ownerAct(server, organization), { keyId: key.id, reason: "unused", text: null });
  return token;
}

async function anExpiredToken(): Promise<string> {
  const { token } = await aKey(server, organization, { expiresAt: server.clock.now() + 1_000 });
  server.clock.advance(1_000);
  return token;
}

async function aLeakedToken() {
  const { token } = await aKey(server, organization);
  await leak(server, token);
  return token;
}

async function aRetiredToken(): Promise<string> {
  const { key, token } = await aKey(server, organization);
  await rotate(desk(), ownerAct(server, organization), { keyId: key.id, overlapSeconds: 0 });
  return token;
}

async function serve(listener: RequestListener) {
  const backend = createServer(listener).listen(0, "127.0.0.1");
  await once(backend, "listening");
  onTestFinished(() => {
    backend.closeAllConnections();
    backend.close();
  });
  const { port } = backend.address() as AddressInfo;
  return {
    async send(path: string, { method = "GET", headers = {} }: Sent = {}) {
      const request = httpRequest({ host: "127.0.0.1", port, path, method, headers }).end();
      const [response] = await once(request, "response");
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      return { status: response.statusCode, headers: response.headers, text, body: JSON.parse(text) };
    },
  };
}
