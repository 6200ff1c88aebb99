import { randomBytes } from "node:crypto";
import { changeRole } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../../../../../packages/keys/src/admission/token.ts";
import { anAppToken, appTokenLifetimeMs, disconnected } from "../../../testing/app-token.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../../testing/people.ts";
import { aServer, openServer, type Reply, type TestServer } from "../../../testing/server.ts";
import { aServiceToken } from "../../../testing/service-token.ts";
import { routes } from "../routes.ts";

let server: TestServer;
let organization: TestOrganization;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
});
afterAll(() => server.close());

const invalid = 'Bearer realm="katkey", error="invalid_token"';

const said = ({ status, body, headers }: Reply) => [status, body.code, headers["www-authenticate"]];

const post = (token: string, path: string, body: object, headers = {}) =>
  server.send(path, { method: "POST", token, body, headers });

const aProduct = (sku: string) => ({
  name: "Mug",
  sku,
  category: "Kitchen",
  price: { amount: 1, currency: "EUR" },
});

describe("a partner app's access token", () => {
  it("is told which app acts for whom, by which grant, and until when", async () => {
    const its = await anOrganization(server);
    const { app, token, grantId } = await anAppToken(server, its, { by: "admin" });
    const { memberId, email } = its.members.admin;
    await changeRole(server.services.desk, ownerAct(server, its), { memberId, role: "member", label: email });
    for (const path of ["/v1/user", "/api/user"]) {
      const { status, body } = await server.send(path, { token });
      expect(status).toBe(200);
      expect(body).toEqual({
        key: null,
        app: {
          id: app.id,
          name: "Stockroom",
          environment: "live",
          scopes: ["products:read", "products:write", "usage:read"],
          expiresAt: new Date(server.clock.now() + appTokenLifetimeMs).toISOString(),
        },
        grant: { id: grantId },
        organization: { id: its.id, name: "Acme", plan: "enterprise" },
        responsibleMember: { role: "member" },
        limit: { limit: 6_000, remaining: expect.any(Number), resetSeconds: 60 },
      });
    }
  });

  it("works on the same products as a live key of the organization", async () => {
    const { token } = await anAppToken(server, organization);
    const { token: live } = await aKey(server, organization);
    const { token: test } = await aKey(server, organization, { environment: "test" });
    const { body: made } = await post(token, "/v1/products", aProduct("by-app"));
    expect((await server.send(`/v1/products/${made.id}`, { token: live })).body).toMatchObject({
      sku: "by-app",
    });
    expect((await server.send(`/v1/products/${made.id}`, { token: test })).status).toBe(404);
  });

  it("finds nothing of another organization", async () => {
    const other = await anOrganization(server);
    const { key, token: others } = await aKey(server, other);
    const { body: product } = await post(others, "/v1/products", aProduct("theirs"));
    const { token } = await anAppToken(server, organization);
    expect((await server.send(`/v1/products/${product.id}`, { token })).status).toBe(404);
    expect((await server.send(`/v1/keys/${key.id}`, { token })).status).toBe(404);
    const { body } = await server.send("/v1/keys", { token });
    expect(JSON.stringify(body)).not.toContain(key.id);
  });

  it("reads keys, usage and bills as far as it was granted that", async () => {
    const { token: all } = await anAppToken(server, organization);
    const { token: none } = await anAppToken(server, organization, { scopes: ["products:read"] });
    for (const [path, scope] of [
      ["/v1/keys", "keys:read"],
      ["/v1/usage", "usage:read"],
      ["/v1/billing", "billing:read"],
      ["/v1/billing/statements", "billing:read"],
    ] as const) {
      expect((await server.send(path, { token: all })).status).toBe(200);
      const refused = await server.send(path, { token: none });
      const challenge = `Bearer realm="katkey", error="insufficient_scope", scope="${scope}"`;
      expect(said(refused)).toEqual([403, "insufficient_scope", challenge]);
      expect(refused.body.detail).toBe(`This needs a grant with ${scope}.`);
    }
  });

  it("loses what the role of who granted it loses, with the next request", async () => {
    const its = await anOrganization(server);
    const { token } = await anAppToken(server, its, { by: "admin" });
    expect((await server.send("/v1/billing", { token })).status).toBe(200);
    const { memberId, email } = its.members.admin;
    await changeRole(server.services.desk, ownerAct(server, its), { memberId, role: "viewer", label: email });
    expect(said(await server.send("/v1/billing", { token })).slice(0, 2)).toEqual([
      403,
      "insufficient_scope",
    ]);
    expect((await server.send("/v1/user", { token })).body.app.scopes).toEqual([
      "products:read",
      "usage:read",
    ]);
  });

  it("shares the organization's limit with its keys", async () => {
    const its = await anOrganization(server);
    const { token } = await anAppToken(server, its);
    const { token: key } = await aKey(server, its);
    const remaining = async (sent: string) =>
      (await server.send("/v1/user", { token: sent })).body.limit.remaining;
    const [first, second, third] = [await remaining(token), await remaining(key), await remaining(token)];
    expect([second, third]).toEqual([first - 1, first - 2]);
  });
});

describe("a token of an app that is refused", () => {
  it("was disconnected, or has expired: 401 with the time, and nothing of the limit", async () => {
    const its = await anAppToken(server, organization);
    const { token } = its;
    server.clock.advance(appTokenLifetimeMs);
    const expired = await server.send("/v1/user", { token });
    expect(said(expired)).toEqual([401, "token_expired", invalid]);
    const at = server.clock.now();
    await disconnected(server, organization, its);
    const ended = await server.send("/v1/nowhere", { token });
    expect(said(ended)).toEqual([401, "app_disconnected", invalid]);
    const endedAt = new Date(at).toISOString();
    expect(ended.body).toMatchObject({ endedAt, detail: `The app was disconnected at ${endedAt}.` });
    expect(ended.headers["ratelimit"]).toBeUndefined();
  });

  it.each(["ort", "ocs", "oat", "svc"] as const)("is of kind %s and unknown", async (kind) => {
    const token = createToken("kat", kind, randomBytes);
    expect(said(await server.send("/v1/user", { token }))).toEqual([401, "invalid_token", invalid]);
  });

  it("is mistyped: without a look-up", async () => {
    let lookups = 0;
    const find = async () => {
      lookups += 1;
      return null;
    };
    const counted = await aServer({ wrap: (services) => ({ ...services, appTokens: { find } }) });
    const { token } = await anAppToken(server, organization);
    const last = token.endsWith("0") ? "1" : "0";
    await counted.send("/v1/user", { token: token.slice(0, -1) + last });
    await counted.send("/v1/user", { token: token.replace("_oat_", "_oau_") });
    expect(lookups).toBe(0);
    await counted.send("/v1/user", { token });
    expect(lookups).toBe(1);
  });

  it("came from a browser: 403, in words for apps, and nothing is marked", async () => {
    const { token } = await anAppToken(server, organization);
    const reply = await server.send("/v1/user", { token, headers: { origin: "https://shop.example" } });
    expect(said(reply)).toEqual([403, "browser_call_refused", undefined]);
    expect(reply.body.detail).toContain("access token");
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it("stands in a URL or a body: 400, and the log says whose it was, without it", async () => {
    const { token, grantId } = await anAppToken(server, organization);
    const { token: key } = await aKey(server, organization);
    for (const kind of ["oat", "ort", "ocs"] as const) {
      const stray = kind === "oat" ? token : createToken("kat", kind, randomBytes);
      const reply = await server.send(`/v1/products?q=${stray}`, { token: key });
      expect(said(reply).slice(0, 2), kind).toEqual([400, "token_in_url"]);
      const inBody = await post(key, "/v1/products", { ...aProduct("stray"), name: stray });
      expect(said(inBody).slice(0, 2), kind).toEqual([400, "token_in_url"]);
      expect(server.logs()).not.toContain(stray.split(".")[1]);
    }
    expect(server.logs()).toMatch(new RegExp(`"grant":"${grantId}".*an app's access token was sent where`));
  });
});

describe("what needs an API key", () => {
  it("is 403 api_key_required to an app: to end the key that calls, and to change keys", async () => {
    const { token } = await anAppToken(server, organization);
    const { key } = await aKey(server, organization);
    const forKeys = routes.filter(({ about }) => about.errors.includes("api_key_required"));
    expect(forKeys.map(({ path }) => path)).toContain("/v1/keys/self/revoke");
    for (const { method, path } of forKeys) {
      const sent = { method, token, body: path === "/v1/keys/self/revoke" ? {} : { reason: "unused" } };
      const reply = await server.send(path.replace("{id}", key.id), sent);
      expect(said(reply), path).toEqual([403, "api_key_required", undefined]);
    }
    const writing = routes.filter(({ scopes }) => scopes.includes("keys:write"));
    for (const route of writing) expect(forKeys).toContain(route);
  });
});

describe("lists and repeated requests of an app", () => {
  it("have cursors for the organization, as those of a live key", async () => {
    const its = await anOrganization(server);
    const [{ token: one }, { token: two }] = [await anAppToken(server, its), await anAppToken(server, its)];
    for (const sku of ["a", "b"]) await post(one, "/v1/products", aProduct(sku));
    const { body } = await server.send("/v1/products?limit=1", { token: one });
    const next = `/v1/products?limit=1&cursor=${body.nextCursor}`;
    for (const token of [one, two]) expect((await server.send(next, { token })).status).toBe(200);
    const { token: strange } = await anAppToken(server, organization);
    expect(said(await server.send(next, { token: strange })).slice(0, 2)).toEqual([422, "cursor_invalid"]);
  });

  it("are done once for each grant", async () => {
    const its = await anOrganization(server);
    const [{ token: one }, { token: two }] = [await anAppToken(server, its), await anAppToken(server, its)];
    const { token: key } = await aKey(server, its);
    const headers = { "idempotency-key": "once" };
    const first = await post(one, "/v1/products", aProduct("a"), headers);
    const again = await post(one, "/v1/products", aProduct("a"), headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect([again.body.id, again.headers["idempotency-replayed"]]).toEqual([first.body.id, "true"]);
    for (const other of [two, key]) {
      expect(said(await post(other, "/v1/products", aProduct("a"), headers))[1]).toBe("sku_taken");
    }
  });
});

describe("what is kept of an app's requests", () => {
  it("is counted and billed by its grant, over all its tokens", async () => {
    const its = await anOrganization(server);
    const { token, grantId } = await anAppToken(server, its);
    for (let i = 0; i < 3; i += 1) await server.send("/v1/products", { token });
    await server.send("/v1/nowhere", { token });
    const { body } = await server.send("/v1/usage?group_by=key", { token });
    expect(body.data).toEqual([expect.objectContaining({ group: grantId, served: 4, refused: 0 })]);
    const lastUses = await server.services.usage.lastUses(its.id, [grantId]);
    expect(lastUses.get(grantId)).toMatchObject({ keyId: grantId, requests: 5, route: "/v1/usage" });
    expect((await server.send("/v1/billing", { token })).body).toMatchObject({ requests: 5 });
  });

  it("explains refusals, of ended tokens too", async () => {
    const its = await anOrganization(server);
    const made = await anAppToken(server, its, { scopes: ["usage:read"] });
    const { token, grantId } = made;
    const { body } = await server.send("/v1/products", { token });
    await disconnected(server, its, made);
    const { body: later } = await server.send("/v1/products", { token });
    const { traffic, clock } = server.services;
    const find = (id: string) => traffic.findRefusal(its.id, id, clock.now());
    expect(await find(body.instance)).toMatchObject({ keyId: grantId, code: "insufficient_scope" });
    expect(await find(later.instance)).toMatchObject({
      keyId: grantId,
      code: "app_disconnected",
      limit: null,
    });
  });
});

describe("a backend that asks about an app's token", () => {
  it("learns who acts for whom, in one question or in many", async () => {
    const { token: service } = await aServiceToken(server);
    const made = await anAppToken(server, organization);
    const { token, grantId } = made;
    const { body } = await post(service, "/v1/verify", {
      token,
      scopes: ["products:read"],
      route: "/orders",
    });
    expect(body).toMatchObject({
      valid: true,
      code: "valid",
      principal: { key: null, app: { name: "Stockroom" }, grant: { id: grantId }, secret: null },
      endedAt: null,
    });
    await disconnected(server, organization, made);
    const { body: batch } = await post(service, "/v1/verify/batch", {
      requests: [{ token }, { token: "x" }],
    });
    expect(batch.answers).toMatchObject([
      { code: "app_disconnected", principal: null, endedAt: new Date(server.clock.now()).toISOString() },
      { code: "invalid_token", endedAt: null },
    ]);
    const lastUses = await server.services.usage.lastUses(organization.id, [grantId]);
    expect(lastUses.get(grantId)).toMatchObject({ route: "/orders", requests: 1 });
  });

  it("knows none of an organization that its service token does not cover", async () => {
    const elsewhere = (await anOrganization(server)).id;
    const { token: service } = await aServiceToken(server, { organizations: [elsewhere] });
    const { token } = await anAppToken(server, organization);
    const { body } = await post(service, "/v1/verify", { token });
    expect(body).toMatchObject({ valid: false, code: "invalid_token", principal: null });
  });

  it("is told by its gateway whose grant it is", async () => {
    const { token, grantId } = await anAppToken(server, organization, { scopes: ["products:read"] });
    const { status, headers } = await server.send("/v1/forward-auth?scope=products:read", { token });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "x-katkey-organization": organization.id,
      "x-katkey-key": grantId,
      "x-katkey-environment": "live",
      "x-katkey-scopes": "products:read",
    });
    const refused = await server.send("/v1/forward-auth?scope=keys:write", { token });
    expect(said(refused).slice(0, 2)).toEqual([403, "insufficient_scope"]);
  });
});
