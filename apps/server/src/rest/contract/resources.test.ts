import { builtInScopeRules, type Scope } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type Sent, type TestServer } from "../../../testing/server.ts";
import { routes } from "../routes.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;
let keyId: string;

const month = 31 * 24 * 60 * 60 * 1_000;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  server.clock.advance(month);
  ({ token } = await aKey(server, organization));
  keyId = (await aKey(server, organization)).key.id;
});
afterAll(() => server.close());

const send = (method: string, path: string, body?: unknown, more: Sent = {}) =>
  server.send(path, { method, token, ...(body !== undefined && { body }), ...more });
const get = (path: string) => send("GET", path);
const post = (path: string, body?: unknown, more?: Sent) => send("POST", path, body, more);

const codeOf = ({ status, body }: Reply) => [status, body?.code];
const idsIn = ({ body }: Reply) => body.data.map(({ id }: { id: string }) => id);

let made = 0;
const anInput = (more: object = {}) => ({ name: `Product ${(made += 1)}`, ...more });
const aKeyInput = (more: object = {}) => ({ name: `Made ${(made += 1)}`, environment: "live", ...more });

async function aProduct(more: object = {}) {
  // Of two that were made in the same millisecond, either may be the newer one.
  server.clock.advance(1);
  const { body } = await post("/v1/products", anInput(more));
  return { ...body, path: `/v1/products/${body.id}` };
}

const { all: scopes } = builtInScopeRules;

/** The table's first two columns. */
const scopeOf: Readonly<Record<string, Scope | "any valid key">> = {
  "GET /v1/user": "any valid key",
  "GET /api/user": "any valid key",
  "GET /v1/products": "products:read",
  "POST /v1/products": "products:write",
  "GET /v1/products/{id}": "products:read",
  "PATCH /v1/products/{id}": "products:write",
  "DELETE /v1/products/{id}": "products:write",
  "POST /v1/products/{id}/regenerate": "products:write",
  "GET /v1/products/{id}/versions": "products:read",
  "GET /v1/usage": "usage:read",
  "GET /v1/billing": "billing:read",
  "GET /v1/billing/statements": "billing:read",
  "GET /v1/billing/statements/{month}": "billing:read",
  "GET /v1/keys": "keys:read",
  "GET /v1/keys/{id}": "keys:read",
  "POST /v1/keys": "keys:write",
  "POST /v1/keys/{id}/rotate": "keys:write",
  "POST /v1/keys/{id}/end-overlap": "keys:write",
  "POST /v1/keys/{id}/revoke": "keys:write",
  "PATCH /v1/keys/{id}": "keys:write",
  "POST /v1/keys/self/revoke": "any valid key",
};

describe("method and path, and the scope that it needs", () => {
  it("are these and no others", () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      Object.keys(scopeOf).toSorted(),
    );
  });

  it.each(Object.entries(scopeOf))("%s: %s", async (operation, needed) => {
    const [method = "", path = ""] = operation.split(" ");
    const sendWith = async (granted: readonly Scope[]) => {
      const { token: own } = await aKey(server, organization, { scopes: granted });
      return send(method, path.replace(/\{\w+\}/, "x"), undefined, { token: own });
    };
    const others = scopes.filter((scope) => scope !== needed);
    const alone = await sendWith(scopes.filter((scope) => scope === needed));
    expect(alone.body?.code).not.toBe("insufficient_scope");
    if (needed === "any valid key") return;
    const refused = await sendWith(others);
    expect(codeOf(refused)).toEqual([403, "insufficient_scope"]);
    expect(refused.headers["www-authenticate"]).toContain(`scope="${needed}"`);
  });
});

describe("GET /v1/user, alias GET /api/user", () => {
  it.each(["/v1/user", "/api/user"])(
    "%s, the test request: key, organization, responsible member's role, limit left",
    async (path) => {
      const { body, text } = await get(path);
      expect(body).toEqual({
        key: {
          id: expect.stringMatching(/^key_/),
          name: expect.any(String),
          environment: "live",
          scopes: [...scopes],
          expiresAt: null,
        },
        organization: { id: organization.id, name: "Acme", plan: "enterprise" },
        responsibleMember: { role: "owner" },
        limit: { limit: 6_000, remaining: expect.any(Number), resetSeconds: expect.any(Number) },
      });
      expect(text).not.toContain(token.slice(-49));
    },
  );
});

describe("GET /v1/products?limit&cursor&q", () => {
  it("the organization's products, newest first, opaque cursor", async () => {
    const products = [await aProduct(), await aProduct(), await aProduct()];
    const page = await get("/v1/products?limit=2");
    expect(idsIn(page)).toEqual([products[2].id, products[1].id]);
    const next = await get(`/v1/products?limit=2&cursor=${page.body.nextCursor}`);
    expect(idsIn(next)[0]).toBe(products[0].id);
    expect(Buffer.from(page.body.nextCursor, "base64url").toString()).not.toContain(organization.id);
  });

  it("limit 1–100 (default 20)", async () => {
    for (let product = 0; product < 21; product += 1) await aProduct();
    expect((await get("/v1/products")).body.data).toHaveLength(20);
    expect((await get("/v1/products?limit=1")).body.data).toHaveLength(1);
    expect((await get("/v1/products?limit=100")).status).toBe(200);
    for (const limit of ["0", "101", "-1", "1.5", "1e1", "", "x"]) {
      expect(codeOf(await get(`/v1/products?limit=${limit}`))).toEqual([422, "validation_failed"]);
    }
  });

  it("q searches", async () => {
    const { id } = await aProduct({ name: "A needle in a haystack" });
    expect(idsIn(await get("/v1/products?q=NEEDLE"))).toEqual([id]);
    expect(idsIn(await get("/v1/products?q=nothing%20like%20it"))).toEqual([]);
  });
});

const once = (value: string) => ({ headers: { "idempotency-key": value } });

describe("POST /v1/products", () => {
  it("creates a product and its listing text", async () => {
    const reply = await post("/v1/products", anInput());
    expect(reply.status).toBe(201);
    expect(reply.headers.location).toBe(`/v1/products/${reply.body.id}`);
    expect(reply.body.listing).toMatchObject({ version: 1, title: expect.stringContaining(reply.body.name) });
  });

  it("honours Idempotency-Key: a replay is marked Idempotency-Replayed: true", async () => {
    const input = anInput();
    const first = await post("/v1/products", input, once("a"));
    const second = await post("/v1/products", input, once("a"));
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(first.headers).not.toHaveProperty("idempotency-replayed");
    expect(second.headers["idempotency-replayed"]).toBe("true");
  });

  it("24 h", async () => {
    const input = anInput();
    const first = await post("/v1/products", input, once("day"));
    server.clock.advance(24 * 60 * 60 * 1_000 - 1);
    expect((await post("/v1/products", input, once("day"))).body.id).toBe(first.body.id);
    server.clock.advance(1);
    expect((await post("/v1/products", input, once("day"))).body.id).not.toBe(first.body.id);
  });

  it("per key and route", async () => {
    const { token: other } = await aKey(server, organization);
    const input = anInput();
    const ids = [
      await post("/v1/products", input, once("same")),
      await post("/v1/products", input, { ...once("same"), token: other }),
      await post("/v1/keys", aKeyInput(), once("same")),
    ].map(({ status, body, headers }) => [status, body.id ?? body.key.id, headers["idempotency-replayed"]]);
    expect(ids.map(([status]) => status)).toEqual([201, 201, 201]);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(3);
    expect(ids.every(([, , replayed]) => replayed === undefined)).toBe(true);
  });

  it("same value with another body → 422", async () => {
    await post("/v1/products", anInput(), once("b"));
    expect(codeOf(await post("/v1/products", anInput(), once("b")))).toEqual([422, "idempotency_key_reused"]);
  });

  it("while the first still runs → 409", async () => {
    const input = anInput();
    const replies = await Promise.all([1, 2, 3, 4].map(() => post("/v1/products", input, once("c"))));
    const statuses = replies.map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(201);
    const conflicts = replies.filter(({ status }) => status === 409);
    expect(conflicts.every(({ body }) => body.code === "idempotency_in_progress")).toBe(true);
    const made = replies.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(made.length + conflicts.length).toBe(4);
  });

  it("and never repeats a secret", async () => {
    const input = aKeyInput();
    const first = await post("/v1/keys", input, once("d"));
    const second = await post("/v1/keys", input, once("d"));
    expect(first.body.token).toMatch(/^kat_live_/);
    expect(second.body.token).toBeNull();
    expect(second.text).not.toContain(first.body.token.slice(26));
  });
});

/** What two answers say, but for what names the request. */
const saidBy = ({ status, body }: Reply) => ({ status, ...body, instance: null });

describe("GET /v1/products/{id}", () => {
  it("another organization's id is 404, as if it did not exist", async () => {
    const { path } = await aProduct();
    const stranger = await anOrganization(server);
    const { token: theirs } = await aKey(server, stranger);
    const refused = await send("GET", path, undefined, { token: theirs });
    const unknown = await send("GET", "/v1/products/prd_0123456789012345678901", undefined, {
      token: theirs,
    });
    expect(refused.status).toBe(404);
    expect(saidBy(refused)).toEqual(saidBy(unknown));
    expect((await get(path)).status).toBe(200);
  });
});

const only = (tag: string) => ({ headers: { "if-match": `"${tag}"` } });

describe("PATCH /v1/products/{id}, DELETE …", () => {
  it("merge patch", async () => {
    const { path } = await aProduct({ sku: `S-${made}`, category: "Tea", attributes: { a: "1", b: "2" } });
    const patch = { category: null, attributes: { a: null, c: "3" } };
    const type = { headers: { "content-type": "application/merge-patch+json" } };
    const { body } = await send("PATCH", path, JSON.stringify(patch), type);
    expect(body).toMatchObject({ category: null, attributes: { b: "2", c: "3" }, version: 2 });
    expect(body.sku).not.toBeNull();
  });

  it("If-Match with the product's version honoured (412)", async () => {
    const { path, version } = await aProduct();
    for (const method of ["PATCH", "DELETE"]) {
      const refused = await send(method, path, method === "PATCH" ? { name: "Not" } : undefined, only("999"));
      expect(codeOf(refused)).toEqual([412, "precondition_failed"]);
    }
    expect((await send("PATCH", path, { name: "Done" }, only(version))).body).toMatchObject({ name: "Done" });
    expect((await send("DELETE", path, undefined, only("2"))).status).toBe(204);
    expect((await get(path)).status).toBe(404);
  });
});

describe("POST /v1/products/{id}/regenerate", () => {
  it("writes a new version of the listing text (optional tone, language, keywords), keeps the earlier ones: GET …/versions", async () => {
    const { path, listing } = await aProduct();
    const wanted = { tone: "premium", language: "de", keywords: ["Tee"] };
    const { status, body } = await post(`${path}/regenerate`, wanted);
    expect(status).toBe(200);
    expect(body.listing).toMatchObject({ version: 2, tone: "premium", language: "de" });
    expect((await post(`${path}/regenerate`)).body.listing.version).toBe(3);
    const versions = await get(`${path}/versions`);
    expect(versions.body.data.slice(1)).toEqual([body.listing, listing]);
  });
});

const servedIn = async (query: string) => (await get(`/v1/usage${query}`)).body.total.served;
const everyWay = ["hour", "day", "month"].flatMap((granularity) =>
  ["key", "route", "status", "none"].map((groupBy) => ({ granularity, groupBy })),
);

describe("GET /v1/usage?from&to&granularity=hour|day|month&group_by=key|route|status|none", () => {
  it.each(everyWay)(
    "buckets and their total: by the $granularity, by $groupBy",
    async ({ granularity, groupBy }) => {
      const to = new Date(server.clock.now() + 60_000).toISOString();
      const from = new Date(server.clock.now() - 3 * 86_400_000).toISOString();
      const query = new URLSearchParams({ from, to, granularity, group_by: groupBy });
      const { status, body } = await get(`/v1/usage?${query}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ granularity, groupBy });
      expect(body.data.length).toBeGreaterThan(0);
      for (const name of ["served", "refused", "failed"]) {
        const counts: number[] = body.data.map((bucket: Record<string, number>) => bucket[name]);
        expect(body.total[name]).toBe(counts.reduce((sum, count) => sum + count, 0));
      }
    },
  );

  it("both environments or one", async () => {
    const { token: test } = await aKey(server, organization, { environment: "test" });
    await server.send("/v1/user", { token: test });
    const [live, tested] = [await servedIn("?environment=live"), await servedIn("?environment=test")];
    expect(tested).toBeGreaterThan(0);
    // The two requests before are counted as well.
    expect(await servedIn("")).toBe(live + tested + 2);
  });
});

describe("GET /v1/billing, GET /v1/billing/statements, …/{YYYY-MM}", () => {
  it("the running month and closed statements", async () => {
    const running = await get("/v1/billing");
    expect(running.body).toMatchObject({ month: monthAt(server.clock.now()), plan: "enterprise" });
    const statements = await get("/v1/billing/statements");
    const [latest] = statements.body.data;
    expect(latest.month < running.body.month).toBe(true);
    expect((await get(`/v1/billing/statements/${latest.month}`)).body).toEqual(latest);
    expect((await get(`/v1/billing/statements/${running.body.month}`)).status).toBe(404);
  });
});

function monthAt(time: number): string {
  return new Date(time).toISOString().slice(0, 7);
}

describe("GET /v1/keys, GET /v1/keys/{id}", () => {
  it("key records, never secrets", async () => {
    const issued = await post("/v1/keys", aKeyInput());
    const secret = issued.body.token.slice(26);
    const replies = [await get("/v1/keys?limit=100"), await get(`/v1/keys/${issued.body.key.id}`)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    for (const { text } of replies) {
      expect(text).toContain(issued.body.key.id);
      expect(text).not.toContain(secret);
      expect(text).not.toMatch(/hash|[0-9a-f]{64}/i);
    }
  });
});

describe("POST /v1/keys, POST /v1/keys/{id}/rotate, POST …/end-overlap, POST /v1/keys/{id}/revoke, PATCH /v1/keys/{id}", () => {
  it("the same life cycle as in the dashboard", async () => {
    const { body: issued } = await post("/v1/keys", aKeyInput());
    const path = `/v1/keys/${issued.key.id}`;
    const edited = await send("PATCH", path, { note: "n" });
    expect(edited.body.note).toBe("n");
    const rotated = await post(`${path}/rotate`, { overlapSeconds: 3_600 });
    expect(rotated.body.key).toMatchObject({ id: issued.key.id, status: "rotating" });
    for (const each of [issued.token, rotated.body.token]) {
      expect((await server.send("/v1/user", { token: each })).status).toBe(200);
    }
    expect((await post(`${path}/end-overlap`)).body.status).toBe("active");
    const retired = await server.send("/v1/user", { token: issued.token });
    expect(codeOf(retired)).toEqual([401, "secret_retired"]);
    expect((await server.send("/v1/user", { token: rotated.body.token })).status).toBe(200);
    const again = await post(`${path}/rotate`, { overlapSeconds: 3_600 });
    expect((await post(`${path}/revoke`, { reason: "unused" })).body.status).toBe("revoked");
    for (const each of [issued.token, rotated.body.token, again.body.token]) {
      expect((await server.send("/v1/user", { token: each })).body.code).toBe("key_revoked");
    }
  });

  it("same rules (a key can't issue one with more scopes than its own)", async () => {
    const { token: weak } = await aKey(server, organization, { scopes: ["keys:write"] });
    const refused = await post("/v1/keys", aKeyInput({ scopes: ["keys:read"] }), { token: weak });
    expect(codeOf(refused)).toEqual([403, "scope_not_allowed"]);
    expect((await post("/v1/keys", aKeyInput(), { token: weak })).body.key.scopes).toEqual(["keys:write"]);
  });
});

describe("POST /v1/keys/self/revoke", () => {
  it("whoever holds a leaked key can end it", async () => {
    const { token: leaked } = await aKey(server, organization, { scopes: [] });
    const reply = await server.send("/v1/keys/self/revoke", { method: "POST", token: leaked });
    expect([reply.status, reply.body.status]).toEqual([200, "revoked"]);
    expect((await server.send("/v1/user", { token: leaked })).body.code).toBe("key_revoked");
    expect((await get(`/v1/keys/${keyId}`)).body.status).toBe("active");
  });
});
