import { KeyError } from "@katkey/keys";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { heldPost } from "../../../testing/held-post.ts";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type Sent, type TestServer } from "../../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});
afterAll(() => server.close());

const as = (bearer: string, path: string, sent: Sent = {}) => server.send(path, { token: bearer, ...sent });
const post = (path: string, body?: unknown, sent: Sent = {}) =>
  as(token, path, { method: "POST", body, ...sent });
const patch = (path: string, body: unknown) => as(token, path, { method: "PATCH", body });

let names = 0;
const anInput = (more: object = {}) => ({ name: `Input ${(names += 1)}`, environment: "live", ...more });
const tokenForm = /^kat_(live|test)_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/;

function codeOf({ status, body }: Reply): [number, string] {
  return [status, body?.code];
}

describe("GET /v1/user and its alias", () => {
  it.each(["/v1/user", "/api/user"])(
    "%s shows the key, its organization and its limit, and no secret",
    async (path) => {
      const { key, token: own } = await aKey(server, organization, {
        environment: "test",
        scopes: ["usage:read"],
        expiresAt: server.clock.now() + 86_400_000,
      });
      const reply = await as(own, path);
      expect(reply.body).toEqual({
        key: {
          id: key.id,
          name: key.name,
          environment: "test",
          scopes: ["usage:read"],
          expiresAt: new Date(server.clock.now() + 86_400_000).toISOString(),
        },
        organization: { id: organization.id, name: "Acme", plan: "enterprise" },
        responsibleMember: { role: "owner" },
        limit: { limit: 6_000, remaining: expect.any(Number), resetSeconds: 60 },
      });
      expect(reply.text).not.toContain(own.slice(-49));
    },
  );
});

describe("the life of a key over REST", () => {
  it("issues, shows, edits, rotates with an overlap and revokes", async () => {
    const issued = await post("/v1/keys", anInput({ name: "Zapier", note: "n", scopes: ["usage:read"] }));
    expect(issued.status).toBe(201);
    const { key, token: first } = issued.body;
    expect(first).toMatch(tokenForm);
    expect(issued.headers.location).toBe(`/v1/keys/${key.id}`);
    expect(key).toMatchObject({ name: "Zapier", note: "n", status: "active", scopes: ["usage:read"] });
    expect(key.createdBy).toEqual({
      type: "key",
      id: expect.stringMatching(/^key_/),
      label: expect.any(String),
    });
    expect(key.secrets[0].maskedToken).toBe(`kat_live_…${first.slice(-4)}`);
    expect((await as(first, "/v1/user")).status).toBe(200);

    const edited = await patch(`/v1/keys/${key.id}`, { name: "Zapier 2", addresses: ["127.0.0.1"] });
    expect(edited.body).toMatchObject({ name: "Zapier 2", addresses: ["127.0.0.1/32"] });

    const rotated = await post(`/v1/keys/${key.id}/rotate`, { overlapSeconds: 3_600 });
    expect(rotated.status).toBe(200);
    expect(rotated.body.key).toMatchObject({ id: key.id, status: "rotating" });
    expect((await as(first, "/v1/user")).status).toBe(200);
    expect((await as(rotated.body.token, "/v1/user")).status).toBe(200);

    const again = await post(`/v1/keys/${key.id}/rotate`, {
      overlapSeconds: 0,
      replaces: key.secrets[0].publicKeyId,
    });
    expect(codeOf(again)).toEqual([409, "rotation_conflict"]);

    const revoked = await post(`/v1/keys/${key.id}/revoke`, { reason: "other", text: "done" });
    expect(revoked.body).toMatchObject({ status: "revoked", revocation: { reason: "other", text: "done" } });
    expect(codeOf(await as(rotated.body.token, "/v1/user"))).toEqual([401, "key_revoked"]);
    const twice = await post(`/v1/keys/${key.id}/revoke`, { reason: "unused" });
    expect(codeOf(twice)).toEqual([409, "key_already_revoked"]);

    const shown = await as(token, `/v1/keys/${key.id}`);
    for (const { text } of [edited, revoked, shown]) {
      for (const secret of [first, rotated.body.token]) expect(text).not.toContain(secret.split(".")[1]);
    }
  });

  it("ends an overlap: the old token is refused on the very next request, the new one goes on", async () => {
    const { key, token: old } = await aKey(server, organization);
    const path = `/v1/keys/${key.id}/end-overlap`;
    expect(codeOf(await post(path))).toEqual([409, "overlap_not_running"]);
    const rotated = await post(`/v1/keys/${key.id}/rotate`, { overlapSeconds: 3_600 });
    expect((await as(old, "/v1/user")).status).toBe(200);
    const ended = await post(path);
    expect(ended.status).toBe(200);
    expect(ended.body).toMatchObject({
      id: key.id,
      status: "active",
      secrets: [{ state: "current" }, { state: "retired" }],
    });
    const refused = await as(old, "/v1/user");
    expect(codeOf(refused)).toEqual([401, "secret_retired"]);
    expect(refused.body.endedAt).toBe(new Date(server.clock.now()).toISOString());
    expect((await as(rotated.body.token, "/v1/user")).status).toBe(200);
    expect(codeOf(await post(path))).toEqual([409, "overlap_not_running"]);
    expect(codeOf(await post(path, { overlapSeconds: 0 }))).toEqual([422, "validation_failed"]);
  });

  it("lets the retiring token end itself, with the last answer it gets", async () => {
    const { key, token: old } = await aKey(server, organization);
    await post(`/v1/keys/${key.id}/rotate`, { overlapSeconds: 3_600 });
    const path = `/v1/keys/${key.id}/end-overlap`;
    expect((await as(old, path, { method: "POST" })).status).toBe(200);
    expect(codeOf(await as(old, path, { method: "POST" }))).toEqual([401, "secret_retired"]);
  });

  it("lets whoever holds a key end it, whatever its scopes, with the last answer it gets", async () => {
    const { token: own } = await aKey(server, organization, { scopes: ["usage:read"] });
    const reply = await as(own, "/v1/keys/self/revoke", { method: "POST" });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      status: "revoked",
      revocation: { reason: "compromised", text: null },
    });
    expect(codeOf(await as(own, "/v1/user"))).toEqual([401, "key_revoked"]);
  });

  it("issues no key that can do more than the one that issues it", async () => {
    const { token: weak } = await aKey(server, organization, { scopes: ["keys:write", "usage:read"] });
    const sent = (body: object) => as(weak, "/v1/keys", { method: "POST", body });
    expect(codeOf(await sent(anInput({ scopes: ["keys:read"] })))).toEqual([403, "scope_not_allowed"]);
    const issued = await sent(anInput());
    expect(issued.body.key.scopes).toEqual(["usage:read", "keys:write"]);
  });

  it("keeps live keys from a test key", async () => {
    const { key, token: live } = await aKey(server, organization);
    const { token: test } = await aKey(server, organization, { environment: "test" });
    expect(codeOf(await as(test, `/v1/keys/${key.id}`))).toEqual([404, "key_not_found"]);
    const { body } = await as(test, "/v1/keys?limit=100");
    expect(body.data.every(({ environment }: { environment: string }) => environment === "test")).toBe(true);
    const sent = await as(test, "/v1/keys", { method: "POST", body: anInput() });
    expect(codeOf(sent)).toEqual([403, "environment_not_allowed"]);
    expect((await as(live, "/v1/user")).status).toBe(200);
  });
});

const idsBy = async (query: string) =>
  (await as(token, `/v1/keys?${query}`)).body.data.map(({ id }: { id: string }) => id);

describe("GET /v1/keys", () => {
  it("pages through all keys, newest first, with nothing twice", async () => {
    const seen: string[] = [];
    let path = "/v1/keys?limit=3";
    for (;;) {
      const { body } = await as(token, path);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      path = `/v1/keys?limit=3&cursor=${body.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted().toReversed());
    expect(seen.length).toBeGreaterThan(3);
  });

  it("filters by name, environment and status", async () => {
    const { key } = await aKey(server, organization, { name: "Needle", environment: "test" });
    expect(await idsBy("search=needle&environment=test&status=active")).toEqual([key.id]);
    expect(await idsBy("search=needle&environment=live")).toEqual([]);
    expect(await idsBy("search=needle&status=revoked")).toEqual([]);
  });

  it("filters by scope, by expiry and by what has leaked", async () => {
    const soon = server.clock.now() + 13 * 86_400_000;
    const { key } = await aKey(server, organization, {
      name: "Passing",
      expiresAt: soon,
      scopes: ["billing:read"],
    });
    expect(await idsBy("search=passing&scope=billing:read&status=in_use&expiresInDays=14")).toEqual([key.id]);
    expect(await idsBy("search=passing&scope=usage:read")).toEqual([]);
    expect(await idsBy("search=passing&expiresInDays=13")).toEqual([]);
    expect(await idsBy("search=passing&exposed=true")).toEqual([]);
  });

  it.each([
    ["limit=0", "limit"],
    ["limit=-1", "limit"],
    ["limit=101", "limit"],
    ["limit=1e9", "limit"],
    ["limit=NaN", "limit"],
    ["limit=1.5", "limit"],
    ["limit=", "limit"],
    ["limit=1&limit=2", "limit"],
    ["limit[]=1", "limit[]"],
    ["environment=prod", "environment"],
    ["status=", "status"],
    ["scope=products", "scope"],
    ["exposed=false", "exposed"],
    ["expiresInDays=0", "expiresInDays"],
    ["expiresInDays=367", "expiresInDays"],
    ["expiresInDays=soon", "expiresInDays"],
    ["sort=note", "sort"],
    ["orgId=org_1", "orgId"],
    ["organizationId=org_1", "organizationId"],
    ["responsibleMemberId=mem_1", "responsibleMemberId"],
    ["search=%00", "search"],
    ["search=%ff", "search"],
    ["search=100%", "search"],
    ["cursor=key_%00", "cursor"],
    ["%c3=1", "\ufffd"],
    ["__proto__=1", "__proto__"],
    ["constructor=1", "constructor"],
  ])("refuses ?%s with 422 and the parameter's name", async (query, path) => {
    const reply = await as(token, `/v1/keys?${query}`);
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(reply.body.errors[0]).toEqual({ path, message: expect.any(String), code: expect.any(String) });
  });

  it.each(["x", "key_", "org_1", "'%20OR%201=1--", "%F0%9F%92%A9"])(
    "refuses the cursor %s",
    async (cursor) => {
      expect(codeOf(await as(token, `/v1/keys?cursor=${cursor}`))).toEqual([422, "cursor_invalid"]);
    },
  );

  it("refuses a cursor that lost its last character or has one more", async () => {
    const { body } = await as(token, "/v1/keys?limit=1");
    for (const cursor of [body.nextCursor.slice(0, -1), `${body.nextCursor}0`]) {
      expect(codeOf(await as(token, `/v1/keys?cursor=${cursor}`))).toEqual([422, "cursor_invalid"]);
    }
    expect((await as(token, `/v1/keys?cursor=${body.nextCursor}`)).status).toBe(200);
  });

  it.each(["' OR 1=1--", '"', ";", "%", "_", "\\", "a'b\"c"])("finds nothing odd for %j", async (text) => {
    const reply = await as(token, `/v1/keys?search=${encodeURIComponent(text)}`);
    expect(reply.status).toBe(200);
  });

  it("takes no parameters where there are none", async () => {
    for (const path of ["/v1/user?x=1", "/api/user?x=1", "/v1/keys/key_1?x=1"]) {
      expect(codeOf(await as(token, path))).toEqual([422, "validation_failed"]);
    }
    expect(codeOf(await post("/v1/keys?dry=1", anInput()))).toEqual([422, "validation_failed"]);
  });
});

const withoutRequestId = ({ body }: Reply) => ({ ...body, instance: null });

describe("an id that is none", () => {
  it.each([
    "key_0",
    "x",
    "KEY_1",
    "1",
    "%00",
    "key_%00",
    "%F0%9F%92%A9",
    `key_${"x".repeat(2_000)}`,
    "self",
    "..%2Fuser",
    "key_1%2Frotate",
  ])("%s is answered as an unknown one", async (id) => {
    const unknown = await as(token, "/v1/keys/key_0123456789012345678901");
    expect(codeOf(unknown)).toEqual([404, "key_not_found"]);
    const reply = await as(token, `/v1/keys/${id}`);
    expect(withoutRequestId(reply)).toEqual(withoutRequestId(unknown));
  });
});

describe("a field", () => {
  const wrongs = [[], {}, 1, true, "", null];
  const fields = ["name", "environment", "scopes", "addresses", "expiresAt", "note"];
  const fine: Record<string, unknown[]> = { addresses: [[]], expiresAt: [null], note: ["", null] };
  const cases = fields.flatMap((field) =>
    wrongs
      .filter((wrong) => !(fine[field] ?? []).some((good) => JSON.stringify(good) === JSON.stringify(wrong)))
      .map((wrong) => [field, wrong] as const),
  );
  it.each(cases)("%s with %j is 422 and named", async (field, value) => {
    const reply = await post("/v1/keys", anInput({ [field]: value }));
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(reply.body.errors.map(({ path }: { path: string }) => path.split(".")[0])).toEqual([field]);
  });

  it.each([
    ["a name of 81 characters", { name: "x".repeat(81) }, "name"],
    ["a name of 81 characters outside the basic plane", { name: "😀".repeat(81) }, "name"],
    ["a name of spaces", { name: "   " }, "name"],
    ["a name with a line break", { name: "a\nb" }, "name"],
    ["a name with NUL", { name: "a\u0000b" }, "name"],
    ["a name with half a character", { name: "a\ud800" }, "name"],
    ["a name that nobody sees", { name: "\u200b\u3164" }, "name"],
    ["an expiry beyond the year 9999", { expiresAt: "9999-12-31T23:59:59-14:00" }, "expiresAt"],
    ["a name that runs backwards", { name: "a\u202eb" }, "name"],
    ["a note of 501 characters", { note: "x".repeat(501) }, "note"],
    ["a note with half a character", { note: "\udc00" }, "note"],
    ["an unknown scope", { scopes: ["keys:read", "everything"] }, "scopes.1"],
    ["no scopes", { scopes: [] }, "scopes"],
    ["a day as expiry", { expiresAt: "2027-01-01" }, "expiresAt"],
    ["a time without a zone", { expiresAt: "2027-01-01T00:00:00" }, "expiresAt"],
    ["the 30th of February", { expiresAt: "2027-02-30T00:00:00Z" }, "expiresAt"],
    ["a leap second", { expiresAt: "2027-06-30T23:59:60Z" }, "expiresAt"],
    ["an unknown field", { colour: "red" }, "colour"],
    ["another organization", { organizationId: "org_1" }, "organizationId"],
    ["a responsible member", { responsibleMemberId: "mem_1" }, "responsibleMemberId"],
  ])("refuses %s", async (_, more, path) => {
    const reply = await post("/v1/keys", anInput(more));
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(reply.body.errors).toEqual([{ path, message: expect.any(String), code: expect.any(String) }]);
  });

  it.each([
    ["an address that is none", { addresses: ["1.2.3"] }, "addresses_invalid"],
    ["an expiry that has passed", { expiresAt: "2020-01-01T00:00:00Z" }, "expiry_not_allowed"],
  ])("refuses %s by the domain's rule", async (_, more, code) => {
    expect(codeOf(await post("/v1/keys", anInput(more)))).toEqual([422, code]);
  });

  it.each([
    ["80 characters outside the basic plane", "😀".repeat(80)],
    ["naughty strings", "<script>alert(1)</script>' OR 1=1; DROP TABLE keys --"],
    ["another script", "ключ 鍵 مفتاح"],
    ["undefined", "undefined"],
    ["a path", "../../etc/passwd"],
  ])("keeps a name as it is: %s", async (_, name) => {
    const { body } = await post("/v1/keys", anInput({ name }));
    expect(body.key.name).toBe(name);
    const found = await as(token, `/v1/keys/${body.key.id}`);
    expect(found.body.name).toBe(name);
    await post(`/v1/keys/${body.key.id}/revoke`, { reason: "unused" });
  });

  it.each([
    "id",
    "status",
    "environment",
    "createdAt",
    "createdBy",
    "revocation",
    "secrets",
    "token",
    "effectiveScopes",
    "responsibleMemberId",
    "revision",
  ])("%s cannot be changed", async (field) => {
    const { key } = await aKey(server, organization);
    const before = await as(token, `/v1/keys/${key.id}`);
    const reply = await patch(`/v1/keys/${key.id}`, { [field]: "x" });
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect((await as(token, `/v1/keys/${key.id}`)).body).toEqual(before.body);
  });

  it.each([
    {},
    { overlapSeconds: -1 },
    { overlapSeconds: 2_592_001 },
    { overlapSeconds: 1.5 },
    { overlapSeconds: "5" },
    { overlapSeconds: null },
    { overlapSeconds: 0, x: 1 },
  ])("rotation refuses %j", async (body) => {
    const { key } = await aKey(server, organization);
    expect(codeOf(await post(`/v1/keys/${key.id}/rotate`, body))).toEqual([422, "validation_failed"]);
  });

  it("rotation and revocation need nothing that is not there to decide", async () => {
    const { key } = await aKey(server, organization);
    expect(codeOf(await post(`/v1/keys/${key.id}/revoke`))).toEqual([422, "validation_failed"]);
    expect(codeOf(await post(`/v1/keys/${key.id}/revoke`, { reason: "because" }))).toEqual([
      422,
      "validation_failed",
    ]);
    expect((await post(`/v1/keys/${key.id}/revoke`, { reason: "unused" })).status).toBe(200);
  });
});

it("writes every time as RFC 3339 in UTC", async () => {
  const { body } = await post("/v1/keys", anInput({ expiresAt: "2030-01-01T02:00:00+02:00" }));
  expect(body.key.expiresAt).toBe("2030-01-01T00:00:00.000Z");
  expect(body.key.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it("has a problem for the plan's cap and for a name that is taken", async () => {
  const small = await anOrganization(server, { plan: "standard" });
  const { token: own } = await aKey(server, small);
  for (let index = 0; index < 4; index += 1) await aKey(server, small);
  const full = await as(own, "/v1/keys", { method: "POST", body: anInput() });
  expect(codeOf(full)).toEqual([409, "key_limit_reached"]);
  const { key } = await aKey(server, organization);
  const taken = await post("/v1/keys", anInput({ name: key.name.toUpperCase() }));
  expect(codeOf(taken)).toEqual([409, "key_name_taken"]);
});

const held = (path: string, bearer: string, input: object) =>
  heldPost(path, { Authorization: `Bearer ${bearer}` }, input);
const revokeIt = (id: string) => post(`/v1/keys/${id}/revoke`, { reason: "compromised" });

describe("a key that ends while the body of its request is on its way", () => {
  it("issues no other", async () => {
    const { key, token: own } = await aKey(server, organization);
    const input = anInput();
    const received = await server.rawInParts(held("/v1/keys", own, input), () => revokeIt(key.id));
    expect(received).toMatch(/^HTTP\/1\.1 401 /);
    expect(received).toContain('"code":"key_revoked"');
    expect(await idsBy(`search=${encodeURIComponent(input.name)}`)).toEqual([]);
  });

  it("rotates none", async () => {
    const { key, token: own } = await aKey(server, organization);
    const { key: other } = await aKey(server, organization);
    const path = `/v1/keys/${other.id}/rotate`;
    const parts = held(path, own, { overlapSeconds: 0 });
    const received = await server.rawInParts(parts, () => revokeIt(key.id));
    expect(received).toMatch(/^HTTP\/1\.1 401 /);
    expect(received).toContain('"code":"key_revoked"');
    expect((await as(token, `/v1/keys/${other.id}`)).body.secrets).toHaveLength(1);
  });

  it("by its expiry is over as well: what is done is done when the body is there", async () => {
    const own = await openServer();
    try {
      const acme = await anOrganization(own);
      const { token: short } = await aKey(own, acme, { expiresAt: own.clock.now() + 1_000 });
      const parts = held(
        "/v1/keys",
        short,
        anInput({ expiresAt: new Date(own.clock.now() + 500).toISOString() }),
      );
      const received = await own.rawInParts(parts, async () => own.clock.advance(1_000));
      expect(received).toMatch(/^HTTP\/1\.1 4\d\d /);
      const { items } = await own.services.desk.store.listKeys(acme.id, { limit: 10, now: own.clock.now() });
      expect(items).toHaveLength(1);
    } finally {
      own.close();
    }
  });
});

it("says when to come back while the database is busy", async () => {
  const busy = await openServer({
    wrap: (services) => ({
      ...services,
      usage: { ...services.usage, lastUses: () => Promise.reject(new KeyError("busy", "Later.")) },
    }),
  });
  const { token: own } = await aKey(busy, await anOrganization(busy));
  const reply = await busy.send("/v1/keys", { token: own });
  busy.close();
  expect(codeOf(reply)).toEqual([503, "busy"]);
  expect(reply.headers["retry-after"]).toBe("2");
});
