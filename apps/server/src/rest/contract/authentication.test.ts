import { release, revoke, rotate } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leak } from "../../../testing/leak.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../../testing/people.ts";
import { withChecksum } from "../../../testing/fuzz/forged-token.ts";
import { aServer, openServer, type Reply, type Sent, type TestServer } from "../../../testing/server.ts";

import { routes } from "../routes.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});
afterAll(() => server.close());

const bare = 'Bearer realm="katkey"';
const withError = (error: string) => `${bare}, error="${error}"`;

/** A token of the right form and checksum that nobody issued. */
async function unknownToken(): Promise<string> {
  const stranger = await aServer();
  return (await aKey(stranger, await anOrganization(stranger))).token;
}

const flipped = (text: string, index: number) => {
  const letter = text[index] ?? "";
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return text.slice(0, index) + (other === letter ? "x" : other) + text.slice(index + 1);
};

function expectRefusal(reply: Reply, status: number, code: string, challenge?: string): void {
  expect({ status: reply.status, code: reply.body?.code }).toEqual({ status, code });
  expect(reply.headers["www-authenticate"]).toBe(challenge);
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(reply.headers["content-type"]).toBe("application/problem+json");
  expect(reply.body).toMatchObject({ status, instance: reply.headers["x-request-id"] });
  expect(reply.body.type).toBe(`${server.origin}/docs/errors#${code}`);
  if (status === 401) expect(reply.headers["ratelimit"]).toBeUndefined();
}

const authorized = (authorization: string): Sent => ({ headers: { authorization } });

describe("no Authorization: 401, WWW-Authenticate: Bearer realm, no error code, missing_credentials", () => {
  it.each([
    ["has no Authorization header", () => ({})],
    ["has an empty one", () => authorized("")],
    ["uses X-API-Key", () => ({ headers: { "x-api-key": token } })],
    ["uses X-Authorization", () => ({ headers: { "x-authorization": `Bearer ${token}` } })],
    ["uses Proxy-Authorization", () => ({ headers: { "proxy-authorization": `Bearer ${token}` } })],
    ["uses a cookie", () => ({ headers: { cookie: `token=${token}; Authorization=Bearer ${token}` } })],
    ["uses the dashboard's session", () => ({ headers: { cookie: organization.members.owner.cookie } })],
    ["sends it in a form", () => ({ method: "POST", body: `access_token=${token}`, headers: form })],
    ["sends it as JSON", () => ({ method: "POST", body: { access_token: token } })],
  ] as [string, () => Sent][])("also when it %s", async (_, sent) => {
    expectRefusal(await server.send("/v1/user", sent()), 401, "missing_credentials", bare);
  });

  it("also when the token comes in a trailer", async () => {
    const reply = await server.raw(
      `GET /v1/user HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: Authorization\r\nConnection: close\r\n\r\n` +
        `0\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    );
    expect(reply).toMatch(/^HTTP\/1\.1 401 /);
  });
});

const form = { "content-type": "application/x-www-form-urlencoded" };

describe("scheme other than Bearer: 401, as above", () => {
  it.each([
    ["Basic", () => `Basic ${Buffer.from(`${token}:`).toString("base64")}`],
    ["Token", () => `Token ${token}`],
    ["Digest", () => `Digest username="${token}"`],
    ["none, before the token", () => token],
    ["one that is glued to the token", () => `Bearer${token}`],
  ])("%s", async (_, header) => {
    expectRefusal(await server.send("/v1/user", authorized(header())), 401, "missing_credentials", bare);
  });
});

describe("Bearer in any letter case, one or more spaces before the token: accepted", () => {
  it.each(["Bearer ", "bearer ", "BEARER ", "BeArEr ", "Bearer  ", "bearer     "])("%j", async (scheme) => {
    expect((await server.send("/v1/user", authorized(scheme + token))).status).toBe(200);
  });

  it("with spaces around the header's value, which belong to no value", async () => {
    expect((await server.send("/v1/user", authorized(`  Bearer ${token}   `))).status).toBe(200);
  });
});

describe("a token with a space, comma or character outside the alphabet; Bearer with nothing after it: 400 invalid_request", () => {
  it.each([
    ["nothing after the scheme", () => "Bearer"],
    ["only spaces after it", () => "Bearer    "],
    ["a tab before the token", () => `Bearer\t${token}`],
    ["a word after the token", () => `Bearer ${token} x`],
    ["quotes", () => `Bearer "${token}"`],
    ["a parameter's name", () => `Bearer token=${token}`],
    ["two tokens", () => `Bearer ${token}, Bearer ${token}`],
    ["another scheme behind it", () => `Bearer ${token}, Basic x`],
    ["padding", () => `Bearer ${token}=`],
    ["an escaped space", () => `Bearer ${token}%20`],
    ["an escaped dot", () => `Bearer ${token.replace(".", "%2E")}`],
    ["a hyphen in it", () => `Bearer ${token.slice(0, 20)}-${token.slice(21)}`],
    ["a look-alike in UTF-8", () => `Bearer ${Buffer.from(`\u043a${token.slice(1)}`).toString("latin1")}`],
    ["a space of no width", () => `Bearer ${Buffer.from(`${token}\u200b`).toString("latin1")}`],
    ["an SQL string", () => `Bearer ' OR 1=1--`],
  ])("%s", async (_, header) => {
    const reply = await server.send("/v1/user", authorized(header()));
    expectRefusal(reply, 400, "invalid_request", withError("invalid_request"));
  });
});

describe("two Authorization headers: 400 invalid_request", () => {
  it.each([
    ["a valid and a bad one", () => [`Bearer ${token}`, "Bearer bad"]],
    ["a bad and a valid one", () => ["Bearer bad", `Bearer ${token}`]],
    ["the same valid one twice", () => [`Bearer ${token}`, `Bearer ${token}`]],
  ])("%s", async (_, headers) => {
    const lines = headers().map((value) => `Authorization: ${value}\r\n`);
    const reply = await server.raw(
      `GET /v1/user HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${lines.join("")}\r\n`,
    );
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('"code":"invalid_request"');
    expect(reply).toContain(`WWW-Authenticate: ${withError("invalid_request")}`);
  });
});

describe("token of the wrong shape or checksum: 401 invalid_token, answered without a database look-up", () => {
  it.each([
    ["lacks its last character", () => token.slice(0, -1)],
    ["has one character more", () => `${token}a`],
    ["has another last character", () => flipped(token, token.length - 1)],
    ["has a letter of the secret in the other case", () => flipped(token, 30)],
    ["has a letter of the brand in the other case", () => flipped(token, 0)],
    ["names the other environment", () => token.replace("kat_live_", "kat_test_")],
    ["is only its public part", () => token.split(".")[0] ?? ""],
    ["has no secret", () => `${token.split(".")[0]}.`],
    ["has no public part", () => `.${token.split(".")[1]}`],
    ["has no id", () => `kat_live_.${token.split(".")[1]}`],
    ["has a second dot", () => token.replace(".", "..")],
    ["is 15 kB long", () => "a".repeat(15_000)],
  ])("when it %s", async (_, wrong) => {
    const reply = await server.send("/v1/user", { token: wrong() });
    expectRefusal(reply, 401, "invalid_token", withError("invalid_token"));
  });

  it("which is not made", async () => {
    const { counted, token: own, lookups } = await aCountedServer();
    await counted.send("/v1/user", { token: flipped(own, 40) });
    expect(lookups()).toBe(0);
    await counted.send("/v1/user", { token: own });
    expect(lookups()).toBe(1);
  });
});

/** A server that counts how often it looks a secret up, and a token of it. */
async function aCountedServer() {
  let lookups = 0;
  const counted = await aServer({
    wrap: (services) => {
      const { store } = services.desk;
      const findSecret: typeof store.findSecret = (...asked) => {
        lookups += 1;
        return store.findSecret(...asked);
      };
      return { ...services, desk: { ...services.desk, store: { ...store, findSecret } } };
    },
  });
  const acme = await anOrganization(counted);
  const { token: own } = await aKey(counted, acme);
  const { token: other } = await aKey(counted, acme);
  lookups = 0;
  return { counted, token: own, other, lookups: () => lookups };
}

describe("right shape, unknown publicKeyId; known id with the wrong secret: 401 invalid_token", () => {
  it("the two cannot be told apart by content, nor from a token of the wrong shape", async () => {
    const other = (await aKey(server, organization)).token;
    const [id] = token.split(".");
    const wrong = [await unknownToken(), withChecksum(`${id}.${other.slice(26, -6)}`), "nonsense"];
    const replies = await Promise.all(wrong.map((each) => server.send("/v1/user", { token: each })));
    for (const reply of replies) expectRefusal(reply, 401, "invalid_token", withError("invalid_token"));
    expect(new Set(replies.map(masked)).size).toBe(1);
  });

  it("nor by time: each is looked up once and compared once", async () => {
    const { counted, token: own, other, lookups } = await aCountedServer();
    const [id] = own.split(".");
    for (const wrong of [await unknownToken(), withChecksum(`${id}.${other.slice(26, -6)}`)]) {
      const before = lookups();
      await counted.send("/v1/user", { token: wrong });
      expect(lookups() - before).toBe(1);
    }
  });
});

describe("right secret, key expired / revoked / its overlap over: 401 invalid_token with key_expired / key_revoked / secret_retired and the time it happened", () => {
  it("says when it expired", async () => {
    const expiresAt = server.clock.now() + 1_000;
    const { token: short } = await aKey(server, organization, { expiresAt });
    expect((await server.send("/v1/user", { token: short })).status).toBe(200);
    server.clock.advance(1_000);
    const reply = await server.send("/v1/user", { token: short });
    expectRefusal(reply, 401, "key_expired", withError("invalid_token"));
    expect(reply.body.endedAt).toBe(new Date(expiresAt).toISOString());
  });

  it("says when it was revoked", async () => {
    const { key, token: ended } = await aKey(server, organization);
    await revoke(server.services.desk, ownerAct(server, organization), {
      keyId: key.id,
      reason: "unused",
      text: null,
    });
    const reply = await server.send("/v1/user", { token: ended });
    expectRefusal(reply, 401, "key_revoked", withError("invalid_token"));
    expect(reply.body.endedAt).toBe(new Date(server.clock.now()).toISOString());
  });

  it("says when its overlap ended", async () => {
    const { key, token: old } = await aKey(server, organization);
    const rotation = { keyId: key.id, overlapSeconds: 10 };
    const { token: current } = await rotate(server.services.desk, ownerAct(server, organization), rotation);
    expect((await server.send("/v1/user", { token: old })).status).toBe(200);
    server.clock.advance(10_000);
    expectRefusal(
      await server.send("/v1/user", { token: old }),
      401,
      "secret_retired",
      withError("invalid_token"),
    );
    expect((await server.send("/v1/user", { token: current })).status).toBe(200);
  });

  it("says since when it is in quarantine, and goes on once it is let in again", async () => {
    const { key, token: leaked } = await aKey(server, organization);
    expect(await leak(server, leaked)).toBe("quarantined");
    const reply = await server.send("/v1/user", { token: leaked });
    expectRefusal(reply, 401, "secret_quarantined", withError("invalid_token"));
    expect(reply.body.endedAt).toBe(new Date(server.clock.now()).toISOString());
    await release(server.services.desk, ownerAct(server, organization), key.id);
    expect((await server.send("/v1/user", { token: leaked })).status).toBe(200);
  });

  it("who holds the secret may know, and nobody else", async () => {
    const { key, token: ended } = await aKey(server, organization);
    await revoke(server.services.desk, ownerAct(server, organization), {
      keyId: key.id,
      reason: "unused",
      text: null,
    });
    const guess = withChecksum(`${ended.split(".")[0]}.${token.slice(26, -6)}`);
    expectRefusal(
      await server.send("/v1/user", { token: guess }),
      401,
      "invalid_token",
      withError("invalid_token"),
    );
  });
});

function masked({ status, headers, text, body }: Reply): string {
  const { date: _, "x-request-id": id, ...rest } = headers;
  return JSON.stringify([status, rest, text.replaceAll(String(id), "…"), body?.code]);
}

describe("token in query (access_token, api_key, key, token): 400 token_in_url", () => {
  it.each(["access_token", "api_key", "apikey", "key", "token", "ACCESS_TOKEN"])(
    "under the name %s, with and without a header",
    async (name) => {
      const path = `/v1/user?${name}=${token}`;
      const alone = await server.send(path);
      expectRefusal(alone, 400, "token_in_url", withError("invalid_request"));
      const both = await server.send(path, { token });
      expectRefusal(both, 400, "token_in_url", withError("invalid_request"));
    },
  );

  it.each([
    ["under any other name", () => `/v1/keys?search=${token}`],
    ["escaped", () => `/v1/keys?search=${token.replace(".", "%2E").replace("kat", "%6bat")}`],
    ["as a parameter's name", () => `/v1/keys?${token}`],
    ["in the path", () => `/v1/keys/${token}`],
    ["at a path that does not exist", () => `/v1/nothing?x=${token}`],
    ["at the alias", () => `/api/user?token=${token}`],
  ])("also %s", async (_, path) => {
    const reply = await server.send(path(), { token });
    expectRefusal(reply, 400, "token_in_url", withError("invalid_request"));
    expect(reply.text).not.toContain(token);
  });

  it("marks a valid key as exposed, once, and a wrong one not", async () => {
    const { key, token: leaked } = await aKey(server, organization);
    await server.send(`/v1/user?token=${leaked.slice(0, -1)}`);
    expect(await exposureOf(key.id)).toBeNull();
    await server.send(`/v1/user?token=${leaked}`, { headers: { origin: "https://shop.example" } });
    await server.send(`/v1/user?token=${leaked}`);
    expect(await exposureOf(key.id)).toMatchObject({ by: "url", origin: "https://shop.example" });
    const entries = await server.services.audit.list(organization.id, { objectId: key.id, limit: 10 });
    expect(entries.items.filter(({ action }) => action === "key.exposed")).toHaveLength(1);
  });

  it.each([
    ["behind two question marks", (leaked: string) => `/v1/user??access_token=${leaked}`],
    ["escaped in the path", (leaked: string) => `/v1/keys/${leaked.replace("kat_", "%6bat%5f")}`],
    ["behind a made-up one", (leaked: string) => `/v1/keys?a=${madeUp}&b=${leaked}`],
    ["behind a made-up one in the path", (leaked: string) => `/v1/keys/${madeUp}?b=${leaked}`],
  ])("is found %s", async (_, path) => {
    const { key, token: leaked } = await aKey(server, organization);
    expectRefusal(await server.send(path(leaked)), 400, "token_in_url", withError("invalid_request"));
    expect(await exposureOf(key.id)).toMatchObject({ by: "url" });
  });
});

const madeUp = `kat_live_${"a".repeat(16)}.${"a".repeat(49)}`;

async function exposureOf(id: `key_${string}`) {
  const key = await server.services.desk.store.findKey(organization.id, id);
  return key?.secrets[0].exposure ?? null;
}

describe("browser-made request: 403 browser_call_refused", () => {
  it.each([
    ["an Origin", { origin: "https://shop.example" }],
    ["the Origin null", { origin: "null" }],
    ["this server's own Origin", { origin: "http://katkey.test" }],
    ["Sec-Fetch-Site", { "sec-fetch-site": "none" }],
    ["Sec-Fetch-Mode: navigate", { "sec-fetch-mode": "navigate" }],
    ["Sec-Fetch-Mode: no-cors", { "sec-fetch-mode": "no-cors" }],
  ])("for %s, and the key is marked as exposed", async (_, headers) => {
    const { key, token: leaked } = await aKey(server, organization);
    const reply = await server.send("/v1/user", { token: leaked, headers });
    expectRefusal(reply, 403, "browser_call_refused");
    expect(reply.headers["ratelimit"]).toMatch(/^"account";r=\d+;t=\d+$/);
    expect(Object.keys(reply.headers).join()).not.toContain("access-control");
    expect(await exposureOf(key.id)).toMatchObject({ by: "browser" });
  });

  it("and 401 like for everybody when the token is not valid", async () => {
    const reply = await server.send("/v1/user", { token: "wrong", headers: { origin: "https://a.example" } });
    expectRefusal(reply, 401, "invalid_token", withError("invalid_token"));
  });

  it("also for its preflight, which carries no key, wherever it goes", async () => {
    for (const path of ["/v1/user", "/v1/nothing", "/api/user"]) {
      const headers = { origin: "https://shop.example", "access-control-request-method": "GET" };
      const reply = await server.send(path, { method: "OPTIONS", headers });
      expectRefusal(reply, 403, "browser_call_refused");
      expect(Object.keys(reply.headers).join()).not.toContain("access-control");
    }
  });

  it("but not for Node's own fetch, whatever the method", async () => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const got = await fetch(`${server.url}/v1/user`, { headers });
    expect(got.status).toBe(200);
    const posted = await fetch(`${server.url}/v1/keys`, { method: "POST", headers, body: "{}" });
    expect(posted.status).toBe(422);
  });
});

describe("organization's API access switched off, organization suspended: 403 api_access_disabled / organization_suspended", () => {
  it.each([
    ["api_access_disabled", { apiAccess: false }],
    ["organization_suspended", { suspendedAt: 1 }],
    ["organization_suspended", { suspendedAt: 1, apiAccess: false }],
  ])("%s for %j", async (code, change) => {
    const changed = await aServer({ wrap: (services) => withOrganization(services, change) });
    const { token } = await aKey(changed, await anOrganization(changed));
    const reply = await changed.send("/v1/user", { token });
    expectRefusal(reply, 403, code);
    expect(reply.headers["ratelimit"]).toBeDefined();
  });
});

/** As if the organization were different from what is stored. */
function withOrganization(
  services: TestServer["services"],
  change: object | (() => object),
): TestServer["services"] {
  const changed = typeof change === "function" ? change : () => change;
  const { store } = services.desk;
  const findSecret: typeof store.findSecret = async (...asked) => {
    const record = await store.findSecret(...asked);
    return record && { ...record, organization: { ...record.organization, ...changed() } };
  };
  return { ...services, desk: { ...services.desk, store: { ...store, findSecret } } };
}

describe("client address outside the key's allow list: 403 ip_not_allowed", () => {
  it("lets its addresses in and nobody else, wherever the proxy says the client is", async () => {
    const { token: bound } = await aKey(server, organization, {
      addresses: ["203.0.113.0/24", "2001:db8::/32"],
    });
    const from = (address: string) =>
      server.send("/v1/user", { token: bound, headers: { "x-forwarded-for": address } });
    expect((await from("203.0.113.9")).status).toBe(200);
    expect((await from("2001:db8::9")).status).toBe(200);
    expectRefusal(await from("203.0.114.9"), 403, "ip_not_allowed");
    expectRefusal(await server.send("/v1/user", { token: bound }), 403, "ip_not_allowed");
  });

  it("is not impressed by what the client itself wrote to the left", async () => {
    const { token: bound } = await aKey(server, organization, { addresses: ["203.0.113.0/24"] });
    const headers = { "x-forwarded-for": "203.0.113.9, 198.51.100.7" };
    expectRefusal(await server.send("/v1/user", { token: bound, headers }), 403, "ip_not_allowed");
  });

  it("believes no header when no proxy is trusted", async () => {
    const direct = await aServer({ trustedProxies: [] });
    const { token: bound } = await aKey(direct, await anOrganization(direct), { addresses: ["203.0.113.9"] });
    const headers = {
      "x-forwarded-for": "203.0.113.9",
      "x-real-ip": "203.0.113.9",
      forwarded: "for=203.0.113.9",
    };
    expectRefusal(await direct.send("/v1/user", { token: bound, headers }), 403, "ip_not_allowed");
  });
});

describe("scope missing: 403 insufficient_scope, which WWW-Authenticate names", () => {
  it("and not when it is there", async () => {
    const { token: reader } = await aKey(server, organization, { scopes: ["keys:read"] });
    const challenge = `${bare}, error="insufficient_scope", scope="keys:write"`;
    const reply = await server.send("/v1/keys", { method: "POST", token: reader, body: {} });
    expectRefusal(reply, 403, "insufficient_scope", challenge);
    expect(reply.headers["ratelimit"]).toBeDefined();
    expect((await server.send("/v1/keys", { token: reader })).status).toBe(200);
  });

  it("also when the responsible member's role allows it no more", async () => {
    const own = await aServer();
    const acme = await anOrganization(own);
    const { token: admins } = await aKey(own, acme, { by: "admin" });
    expect((await own.send("/v1/keys", { token: admins })).status).toBe(200);
    await own.services.desk.tenancy.changeRole(
      { organizationId: acme.id, memberId: acme.members.admin.memberId, from: "admin", to: "member" },
      {
        standing: null,
        events: [
          {
            organizationId: acme.id,
            at: own.clock.now(),
            actor: { type: "system", id: null, label: "test" },
            action: "member.role_changed",
            object: { type: "member", id: acme.members.admin.memberId, label: "" },
            address: null,
            requestId: null,
            before: null,
            after: null,
          },
        ],
      },
    );
    expectRefusal(
      await own.send("/v1/keys", { token: admins }),
      403,
      "insufficient_scope",
      `${bare}, error="insufficient_scope", scope="keys:read"`,
    );
    const { body } = await own.send("/v1/user", { token: admins });
    expect(body.key.scopes).toEqual(["products:read", "products:write", "usage:read"]);
    expect(body.responsibleMember.role).toBe("member");
  });
});

describe("over the limit: 429 rate_limited with Retry-After", () => {
  it("until the oldest request has left the window", async () => {
    const narrow = await aServer({
      wrap: (services) => withOrganization(services, { requestsPerMinute: 1 }),
    });
    const { token: own } = await aKey(narrow, await anOrganization(narrow));
    const user = () => narrow.send("/v1/user", { token: own });
    expect((await user()).status).toBe(200);
    narrow.clock.advance(20_000);
    const refused = await user();
    expectRefusal(refused, 429, "rate_limited");
    expect(refused.headers["retry-after"]).toBe("40");
    narrow.clock.advance(40_000);
    expect((await user()).status).toBe(200);
  });
});

describe("HEAD, OPTIONS (no browser): as any method: need a valid key", () => {
  it("HEAD as GET without body", async () => {
    const head = await server.send("/v1/user", { method: "HEAD", token });
    const get = await server.send("/v1/user", { token });
    expect(head.text).toBe("");
    expect(head.status).toBe(get.status);
    expect(Object.keys(head.headers)).toEqual(Object.keys(get.headers));
    const refused = await server.send("/v1/user", { method: "HEAD" });
    expect([refused.status, refused.text, refused.headers["www-authenticate"]]).toEqual([401, "", bare]);
  });

  it.each([...new Set(routes.map(({ path }) => path))])("OPTIONS 204 with Allow: %s", async (path) => {
    const target = path.replaceAll(/\{\w+\}/g, "x");
    expectRefusal(await server.send(target, { method: "OPTIONS" }), 401, "missing_credentials", bare);
    const reply = await server.send(target, { method: "OPTIONS", token });
    expect([reply.status, reply.text]).toEqual([204, ""]);
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
    const head = methods.includes("GET") ? ["HEAD"] : [];
    expect(String(reply.headers.allow).split(", ")).toEqual([...methods, ...head, "OPTIONS"]);
  });
});

describe("authentication is decided before routing: without a valid key an unknown path under /v1 is 401, with one it is 404", () => {
  it.each([
    "/v1",
    "/v1/",
    "/v1/nothing",
    "/api",
    "/api/nothing",
    "/v1/keys/%zz",
    "/V1/Nothing",
    "/v1/keys/a/b/c",
  ])("%s", async (path) => {
    expectRefusal(await server.send(path), 401, "missing_credentials", bare);
    const reply = await server.send(path, { token });
    expectRefusal(reply, 404, "not_found");
    expect(reply.headers["ratelimit"]).toBeDefined();
  });

  it("a path in other letters, or with a slash behind it, is the same path", async () => {
    for (const path of ["/V1/USER", "/v1/user/"]) {
      expect((await server.send(path)).status).toBe(401);
      expect((await server.send(path, { token })).status).toBe(200);
    }
  });
});

describe("order of checks: shape → secret → state → organization → browser → address → limit → scope → route → body", () => {
  it("the first that fails is the answer, whatever else is wrong", async () => {
    let organizationIs = {};
    const own = await aServer({ wrap: (services) => withOrganization(services, () => organizationIs) });
    const acme = await anOrganization(own);
    const home = "203.0.113.7";
    const narrow = { addresses: [home], scopes: ["usage:read"] } as const;
    const revoked = await aKey(own, acme, narrow);
    await revoke(own.services.desk, ownerAct(own, acme), {
      keyId: revoked.key.id,
      reason: "unused",
      text: null,
    });
    const { token: bound } = await aKey(own, acme, narrow);
    const { token: able } = await aKey(own, acme);

    const browser = { origin: "https://a.example" };
    const wrong = { "content-type": "text/plain", "x-forwarded-for": "198.51.100.1", ...browser };
    const atHome = { "content-type": "text/plain", "x-forwarded-for": home };
    const codeOf = async (sent: string, headers: Record<string, string>, path = "/v1/keys") =>
      (await own.send(path, { method: "POST", token: sent, headers, body: "x" })).body.code;

    organizationIs = { apiAccess: false, requestsPerMinute: 0 };
    expect(await codeOf("kat_live_x", wrong)).toBe("invalid_token");
    expect(await codeOf(withChecksum(`${revoked.token.slice(0, 26)}${bound.slice(26, -6)}`), wrong)).toBe(
      "invalid_token",
    );
    expect(await codeOf(revoked.token, wrong)).toBe("key_revoked");
    expect(await codeOf(bound, wrong)).toBe("api_access_disabled");
    organizationIs = { requestsPerMinute: 0 };
    expect(await codeOf(bound, wrong)).toBe("browser_call_refused");
    expect(await codeOf(bound, { ...wrong, origin: "" })).toBe("browser_call_refused");
    const { origin: _, ...abroad } = wrong;
    expect(await codeOf(bound, abroad)).toBe("ip_not_allowed");
    expect(await codeOf(bound, atHome)).toBe("rate_limited");
    organizationIs = {};
    expect(await codeOf(bound, atHome)).toBe("insufficient_scope");
    expect(await codeOf(bound, atHome, "/v1/nothing")).toBe("not_found");
    expect(await codeOf(able, atHome)).toBe("unsupported_media_type");
  });
});
