import { revoke, rotate } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../testing/people.ts";
import { aServer, openServer, type Reply, type Sent, type TestServer } from "../../testing/server.ts";

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

describe("a request without a bearer token", () => {
  it.each([
    ["has no Authorization header", () => ({})],
    ["has an empty one", () => authorized("")],
    ["uses Basic", () => authorized(`Basic ${Buffer.from(`${token}:`).toString("base64")}`)],
    ["uses another scheme", () => authorized(`Token ${token}`)],
    ["sends the naked token", () => authorized(token)],
    ["glues the scheme to the token", () => authorized(`Bearer${token}`)],
    ["uses X-API-Key", () => ({ headers: { "x-api-key": token } })],
    ["uses X-Authorization", () => ({ headers: { "x-authorization": `Bearer ${token}` } })],
    ["uses Proxy-Authorization", () => ({ headers: { "proxy-authorization": `Bearer ${token}` } })],
    ["uses a cookie", () => ({ headers: { cookie: `token=${token}; Authorization=Bearer ${token}` } })],
    ["uses the dashboard's session", () => ({ headers: { cookie: organization.members.owner.cookie } })],
    ["sends it in a form", () => ({ method: "POST", body: `access_token=${token}`, headers: form })],
    ["sends it as JSON", () => ({ method: "POST", body: { access_token: token } })],
  ] as [string, () => Sent][])("is 401 without an error code when it %s", async (_, sent) => {
    expectRefusal(await server.send("/v1/user", sent()), 401, "missing_credentials", bare);
  });

  it("is 401 when the token comes in a trailer", async () => {
    const reply = await server.raw(
      `GET /v1/user HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: Authorization\r\nConnection: close\r\n\r\n` +
        `0\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    );
    expect(reply).toMatch(/^HTTP\/1\.1 401 /);
  });
});

const form = { "content-type": "application/x-www-form-urlencoded" };

describe("a bearer token", () => {
  it.each(["Bearer ", "bearer ", "BEARER ", "BeArEr ", "Bearer  ", "bearer     "])(
    "is accepted after %j",
    async (scheme) => {
      expect((await server.send("/v1/user", authorized(scheme + token))).status).toBe(200);
    },
  );

  it("is accepted with spaces around the header's value, which belong to no value", async () => {
    expect((await server.send("/v1/user", authorized(`  Bearer ${token}   `))).status).toBe(200);
  });

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
  ])("is 400 with %s", async (_, header) => {
    const reply = await server.send("/v1/user", authorized(header()));
    expectRefusal(reply, 400, "invalid_request", withError("invalid_request"));
  });

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
  ])("is 401 when it %s", async (_, wrong) => {
    const reply = await server.send("/v1/user", { token: wrong() });
    expectRefusal(reply, 401, "invalid_token", withError("invalid_token"));
  });

  it("costs no look-up when its form or checksum is wrong", async () => {
    let lookups = 0;
    const counted = await aServer({
      wrap: (services) => {
        const { store } = services.desk;
        const findSecret: typeof store.findSecret = (id) => {
          lookups += 1;
          return store.findSecret(id);
        };
        return { ...services, desk: { ...services.desk, store: { ...store, findSecret } } };
      },
    });
    await counted.send("/v1/user", { token: flipped(token, 40) });
    expect(lookups).toBe(0);
    await counted.send("/v1/user", { token });
    expect(lookups).toBe(1);
  });

  it("says the same for an unknown id, a wrong secret and a wrong checksum", async () => {
    const other = (await aKey(server, organization)).token;
    const [id] = token.split(".");
    const wrong = [
      await unknownToken(),
      `${id}.${other.split(".")[1]}`,
      flipped(token, token.length - 1),
      "nonsense",
    ];
    const replies = await Promise.all(wrong.map((each) => server.send("/v1/user", { token: each })));
    expect(new Set(replies.map(masked)).size).toBe(1);
  });
});

describe("two Authorization headers", () => {
  it.each([
    ["a valid and a bad one", () => [`Bearer ${token}`, "Bearer bad"]],
    ["a bad and a valid one", () => ["Bearer bad", `Bearer ${token}`]],
    ["the same valid one twice", () => [`Bearer ${token}`, `Bearer ${token}`]],
  ])("are 400: %s", async (_, headers) => {
    const lines = headers().map((value) => `Authorization: ${value}\r\n`);
    const reply = await server.raw(
      `GET /v1/user HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${lines.join("")}\r\n`,
    );
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('"code":"invalid_request"');
    expect(reply).toContain(`WWW-Authenticate: ${withError("invalid_request")}`);
  });
});

describe("a key that has ended", () => {
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
    await revoke(server.services.desk, ownerAct(), { keyId: key.id, reason: "unused", text: null });
    const reply = await server.send("/v1/user", { token: ended });
    expectRefusal(reply, 401, "key_revoked", withError("invalid_token"));
    expect(reply.body.endedAt).toBe(new Date(server.clock.now()).toISOString());
  });

  it("says when its overlap ended", async () => {
    const { key, token: old } = await aKey(server, organization);
    const rotation = { keyId: key.id, overlapSeconds: 10 };
    const { token: current } = await rotate(server.services.desk, ownerAct(), rotation);
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

  it("does not say it to whoever lacks the secret", async () => {
    const { key, token: ended } = await aKey(server, organization);
    await revoke(server.services.desk, ownerAct(), { keyId: key.id, reason: "unused", text: null });
    const guess = `${ended.split(".")[0]}.${token.split(".")[1]}`;
    expectRefusal(
      await server.send("/v1/user", { token: guess }),
      401,
      "invalid_token",
      withError("invalid_token"),
    );
  });
});

function ownerAct() {
  const { id: userId, email, memberId } = organization.members.owner;
  return {
    organizationId: organization.id,
    actor: { type: "member", userId, email, memberId, role: "owner" },
    now: server.clock.now(),
    address: null,
    requestId: null,
  } as const;
}

function masked({ status, headers, text, body }: Reply): string {
  const { date: _, "x-request-id": id, ...rest } = headers;
  return JSON.stringify([status, rest, text.replaceAll(String(id), "…"), body?.code]);
}

describe("a token in the URL", () => {
  it.each(["access_token", "api_key", "apikey", "key", "token", "ACCESS_TOKEN"])(
    "is 400 under the name %s, with and without a header",
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
  ])("is 400 %s", async (_, path) => {
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

describe("a browser", () => {
  it.each([
    ["an Origin", { origin: "https://shop.example" }],
    ["the Origin null", { origin: "null" }],
    ["this server's own Origin", { origin: "http://katkey.test" }],
    ["Sec-Fetch-Site", { "sec-fetch-site": "none" }],
    ["Sec-Fetch-Mode: navigate", { "sec-fetch-mode": "navigate" }],
    ["Sec-Fetch-Mode: no-cors", { "sec-fetch-mode": "no-cors" }],
  ])("is refused for %s, and the key is marked", async (_, headers) => {
    const { key, token: leaked } = await aKey(server, organization);
    const reply = await server.send("/v1/user", { token: leaked, headers });
    expectRefusal(reply, 403, "browser_call_refused");
    expect(reply.headers["ratelimit"]).toMatch(/^"account";r=\d+;t=\d+$/);
    expect(Object.keys(reply.headers).join()).not.toContain("access-control");
    expect(await exposureOf(key.id)).toMatchObject({ by: "browser" });
  });

  it("is told 401 like everybody when its token is not valid", async () => {
    const reply = await server.send("/v1/user", { token: "wrong", headers: { origin: "https://a.example" } });
    expectRefusal(reply, 401, "invalid_token", withError("invalid_token"));
  });

  it("gets 403 for its preflight, which carries no key, wherever it goes", async () => {
    for (const path of ["/v1/user", "/v1/nothing", "/api/user"]) {
      const headers = { origin: "https://shop.example", "access-control-request-method": "GET" };
      const reply = await server.send(path, { method: "OPTIONS", headers });
      expectRefusal(reply, 403, "browser_call_refused");
      expect(Object.keys(reply.headers).join()).not.toContain("access-control");
    }
  });

  it("is not what Node's own fetch is, for any method", async () => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const got = await fetch(`${server.url}/v1/user`, { headers });
    expect(got.status).toBe(200);
    const posted = await fetch(`${server.url}/v1/keys`, { method: "POST", headers, body: "{}" });
    expect(posted.status).toBe(422);
  });
});

describe("an organization", () => {
  it.each([
    ["api_access_disabled", { apiAccess: false }],
    ["organization_suspended", { suspendedAt: 1 }],
    ["organization_suspended", { suspendedAt: 1, apiAccess: false }],
  ])("is refused with %s", async (code, change) => {
    const changed = await aServer({ wrap: (services) => withOrganization(services, change) });
    const { token } = await aKey(changed, await anOrganization(changed));
    const reply = await changed.send("/v1/user", { token });
    expectRefusal(reply, 403, code);
    expect(reply.headers["ratelimit"]).toBeDefined();
  });
});

function withOrganization(services: TestServer["services"], change: object): TestServer["services"] {
  const { store } = services.desk;
  const findSecret: typeof store.findSecret = async (id) => {
    const record = await store.findSecret(id);
    return record && { ...record, organization: { ...record.organization, ...change } };
  };
  return { ...services, desk: { ...services.desk, store: { ...store, findSecret } } };
}

describe("an allow list", () => {
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

describe("scopes", () => {
  it("are named when one is missing", async () => {
    const { token: reader } = await aKey(server, organization, { scopes: ["keys:read"] });
    const challenge = `${bare}, error="insufficient_scope", scope="keys:write"`;
    const reply = await server.send("/v1/keys", { method: "POST", token: reader, body: {} });
    expectRefusal(reply, 403, "insufficient_scope", challenge);
    expect(reply.headers["ratelimit"]).toBeDefined();
    expect((await server.send("/v1/keys", { token: reader })).status).toBe(200);
  });

  it("shrink with the responsible member's role", async () => {
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

describe("authentication comes before routing", () => {
  it.each([
    "/v1",
    "/v1/",
    "/v1/nothing",
    "/api",
    "/api/nothing",
    "/v1/keys/%zz",
    "/V1/Nothing",
    "/v1/keys/a/b/c",
  ])("%s is 401 without a key and 404 with one", async (path) => {
    expectRefusal(await server.send(path), 401, "missing_credentials", bare);
    const reply = await server.send(path, { token });
    expectRefusal(reply, 404, "not_found");
    expect(reply.headers["ratelimit"]).toBeDefined();
  });

  it.each([
    ["/v1/user", "DELETE", "GET, HEAD, OPTIONS"],
    ["/v1/keys", "PUT", "GET, POST, HEAD, OPTIONS"],
    ["/v1/keys/key_1", "DELETE", "GET, PATCH, HEAD, OPTIONS"],
    ["/v1/keys/key_1/rotate", "GET", "POST, OPTIONS"],
    ["/v1/keys/self/revoke", "GET", "POST, OPTIONS"],
    ["/api/user", "POST", "GET, HEAD, OPTIONS"],
    ["/v1/user", "TRACE", "GET, HEAD, OPTIONS"],
  ])("%s with %s is 401 without a key, and 405 with Allow with one", async (path, method, allow) => {
    expect((await server.send(path, { method })).status).toBe(401);
    const reply = await server.send(path, { method, token });
    expectRefusal(reply, 405, "method_not_allowed");
    expect(reply.headers.allow).toBe(allow);
    expect(reply.headers["ratelimit"]).toBeDefined();
  });

  it("answers OPTIONS with 204 and Allow, to a key only", async () => {
    expect((await server.send("/v1/keys", { method: "OPTIONS" })).status).toBe(401);
    const reply = await server.send("/v1/keys", { method: "OPTIONS", token });
    expect(reply.status).toBe(204);
    expect(reply.headers.allow).toBe("GET, POST, HEAD, OPTIONS");
    expect(reply.text).toBe("");
  });

  it("answers HEAD as GET without a body", async () => {
    const head = await server.send("/v1/user", { method: "HEAD", token });
    const get = await server.send("/v1/user", { token });
    expect(head.text).toBe("");
    expect(head.status).toBe(get.status);
    expect(Object.keys(head.headers)).toEqual(Object.keys(get.headers));
    const refused = await server.send("/v1/user", { method: "HEAD" });
    expect([refused.status, refused.text, refused.headers["www-authenticate"]]).toEqual([401, "", bare]);
  });

  it("treats a path in other letters and with a slash behind it as the same", async () => {
    for (const path of ["/V1/USER", "/v1/user/"]) {
      expect((await server.send(path)).status).toBe(401);
      expect((await server.send(path, { token })).status).toBe(200);
    }
  });
});

it("lets every check come in its order", async () => {
  const own = await aServer({ wrap: (services) => withOrganization(services, { apiAccess: false }) });
  const acme = await anOrganization(own);
  const { key, token: bound } = await aKey(own, acme, { addresses: ["192.0.2.1"], scopes: ["usage:read"] });
  const everythingWrong = { origin: "https://a.example", "content-type": "text/plain" };
  const send = (sent: string) =>
    own.send("/v1/keys", { method: "POST", token: sent, headers: everythingWrong, body: "x" });
  expect((await send("x")).body.code).toBe("invalid_token");
  expect((await send(bound)).body.code).toBe("api_access_disabled");
  await own.services.desk.store.revoke(
    {
      organizationId: acme.id,
      keyId: key.id,
      revocation: { at: own.clock.now(), reason: "other", text: null },
    },
    {
      standing: null,
      events: [
        {
          organizationId: acme.id,
          at: own.clock.now(),
          actor: { type: "system", id: null, label: "test" },
          action: "key.revoked",
          object: { type: "key", id: key.id, label: "" },
          address: null,
          requestId: null,
          before: null,
          after: null,
        },
      ],
    },
  );
  expect((await send(bound)).body.code).toBe("key_revoked");

  const headersOf = (...names: string[]) =>
    Object.fromEntries(Object.entries(everythingWrong).filter(([name]) => names.includes(name)));
  const { token: second } = await aKey(server, organization, {
    addresses: ["192.0.2.1"],
    scopes: ["usage:read"],
  });
  const post = (path: string, headers: Record<string, string>, as = second) =>
    server.send(path, { method: "POST", token: as, headers, body: "x" });
  expect((await post("/v1/keys", everythingWrong)).body.code).toBe("browser_call_refused");
  expect((await post("/v1/keys", headersOf("content-type"))).body.code).toBe("ip_not_allowed");
  const fromHome = { ...headersOf("content-type"), "x-forwarded-for": "192.0.2.1" };
  expect((await post("/v1/keys", fromHome)).body.code).toBe("insufficient_scope");
  expect((await post("/v1/nothing", fromHome)).body.code).toBe("not_found");
  expect((await post("/v1/keys", headersOf("content-type"), token)).body.code).toBe("unsupported_media_type");
});
