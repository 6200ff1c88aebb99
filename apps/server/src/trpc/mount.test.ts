import { KeyError } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldPost } from "../../testing/held-post.ts";
import { aKey, anOrganization, aUser, type TestOrganization } from "../../testing/people.ts";
import { aServer, openServer, type Reply, type Sent, type TestServer } from "../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;
let cookie: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ cookie } = organization.members.owner);
});
afterAll(() => server.close());

interface CallOptions extends Sent {
  readonly on?: TestServer;
}

/** One call as the dashboard sends it. */
function call(
  path: string,
  input: unknown,
  { on = server, headers, ...sent }: CallOptions = {},
): Promise<Reply> {
  return on.send(`/trpc/${path}`, {
    method: "POST",
    body: input ?? {},
    headers: { cookie, origin: on.origin, ...headers },
    ...sent,
  });
}

const create = (name: string) => ["organizations.create", { name }] as const;
const organizationNames = async () => {
  const { body } = await call("session.me", {});
  return body.result.data.organizations.map(({ name }: { name: string }) => name);
};

describe("a mutation is not executed", () => {
  const json = JSON.stringify({ name: "Evil" });
  it.each([
    ["by GET", 405, { method: "GET", body: undefined }],
    ["by GET with the input in the URL", 405, { method: "GET", body: undefined }],
    ["by PUT", 405, { method: "PUT" }],
    ["by OPTIONS", 405, { method: "OPTIONS", body: undefined }],
    [
      "as multipart/form-data",
      415,
      { body: json, headers: { "content-type": "multipart/form-data; boundary=x" } },
    ],
    [
      "as application/octet-stream",
      415,
      { body: json, headers: { "content-type": "application/octet-stream" } },
    ],
    ["as text/plain", 415, { body: json, headers: { "content-type": "text/plain" } }],
    ["as a form", 415, { body: json, headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["as application/jsonp", 415, { body: json, headers: { "content-type": "application/jsonp" } }],
    ["without a type", 415, { body: json, headers: { "content-type": "" } }],
    ["from another origin", 403, { headers: { origin: "https://evil.example" } }],
    ["from the origin null", 403, { headers: { origin: "null" } }],
    ["from this host on another port", 403, { headers: { origin: "http://katkey.test:444" } }],
    ["from this host in upper case", 403, { headers: { origin: "http://KATKEY.test" } }],
    [
      "from a host that begins like this one",
      403,
      { headers: { origin: "http://katkey.test.evil.example" } },
    ],
    ["cross-site", 403, { headers: { "sec-fetch-site": "cross-site" } }],
    ["same-site", 403, { headers: { "sec-fetch-site": "same-site" } }],
  ] as [string, number, Sent][])("%s: %i", async (_, status, sent) => {
    const [path, input] = create("Evil");
    const reply = await call(path, input, sent);
    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toBe("application/problem+json");
    expect(await organizationNames()).not.toContain("Evil");
  });

  it.each(["cross-site", "same-site", "none"])(
    "without an Origin from a page that is %s: 403",
    async (site) => {
      const headers = { cookie, "sec-fetch-site": site };
      const reply = await server.send("/trpc/organizations.create", {
        method: "POST",
        body: { name: "Evil" },
        headers,
      });
      expect([reply.status, reply.body.code]).toEqual([403, "origin_not_allowed"]);
    },
  );

  it("by a method in a header or the query", async () => {
    const headers = { "x-http-method-override": "POST" };
    const reply = await call("organizations.create?_method=POST", undefined, {
      method: "GET",
      headers,
      body: undefined,
    });
    expect(reply.status).toBe(405);
    expect(reply.headers["allow"]).toBe("POST");
  });
});

describe("a call", () => {
  it("is answered to pages of this origin, and to programs that are no browser", async () => {
    expect((await call("session.me", {})).status).toBe(200);
    expect((await call("session.me", {}, { headers: { "sec-fetch-site": "same-origin" } })).status).toBe(200);
    const reply = await server.send("/trpc/session.me", { method: "POST", body: {}, headers: { cookie } });
    expect(reply.status).toBe(200);
  });

  it("is never kept", async () => {
    for (const reply of [
      await call("session.me", {}),
      await call("no.such", {}),
      await call("keys.list", {}),
    ]) {
      expect(reply.headers["cache-control"]).toBe("no-store");
      expect(reply.headers["etag"]).toBeUndefined();
    }
  });

  it("is not authenticated by a bearer key", async () => {
    const { token } = await aKey(server, organization);
    const headers = { authorization: `Bearer ${token}`, origin: server.origin };
    const body = { organizationId: organization.id };
    const reply = await server.send("/trpc/keys.list", { method: "POST", body, headers });
    expect([reply.status, reply.body.error.data.code]).toEqual([401, "UNAUTHORIZED"]);
    const me = await server.send("/trpc/session.me", { method: "POST", body: {}, headers });
    expect(me.body.result.data).toBeNull();
  });

  it.each([
    ["one character off", () => `${cookie.slice(0, -1)}${cookie.endsWith("a") ? "b" : "a"}`],
    ["4 kB long", () => `${cookie}${"x".repeat(4_096)}`],
    ["empty", () => "katkey="],
    ["odd", () => "katkey=\u00ff%00;;=;katkey"],
  ])("with a session cookie that is %s is nobody's", async (_, wrong) => {
    const reply = await call(
      "session.list",
      {},
      { headers: { cookie: Buffer.from(wrong()).toString("latin1") } },
    );
    expect([reply.status, reply.body.error.data.code]).toEqual([401, "UNAUTHORIZED"]);
  });

  it.each([
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "keys",
    "keys.__proto__",
    "keys.list.x",
    "",
    "a%2Cb",
    "a,b",
    "%zz",
    "..%2Fkeys.list",
  ])("to %j is 404", async (path) => {
    expect((await call(path, {})).status).toBe(404);
  });

  it.each([
    ["broken JSON", "{", 400],
    ["another shape", { json: { organizationId: "org_1" } }, 400],
    ["a list", [], 400],
    ["a text", '"x"', 400],
    ["null", "null", 400],
  ])("with %s is 400", async (_, body, status) => {
    const reply = await call("keys.list", undefined, {
      body,
      headers: { "content-type": "application/json" },
    });
    expect(reply.status).toBe(status);
    expect(reply.text).not.toMatch(/Unexpected token|Expected property|stack/);
  });

  it("of more than 100 kB is 413", async () => {
    const reply = await call("organizations.create", { name: "x".repeat(110_000) });
    expect(reply.status).toBe(413);
  });

  it("with names of prototypes harms nobody", async () => {
    const body = `{"organizationId":"${organization.id}","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`;
    await call("keys.list", undefined, { body, headers: { "content-type": "application/json" } });
    expect(Reflect.get({}, "isAdmin")).toBeUndefined();
  });
});

const batch = (names: readonly string[], input: unknown = {}) =>
  call(`${names.join(",")}?batch=1`, Object.fromEntries(names.map((_, index) => [index, input])));
const times = (count: number, name = "session.me") => Array.from({ length: count }, () => name);

describe("a batch", () => {
  it("of ten is answered, and asks for the session once", async () => {
    let asked = 0;
    const counted = await aServer({
      wrap: (services) => ({
        ...services,
        identity: {
          ...services.identity,
          sessionOf(headers) {
            asked += 1;
            return services.identity.sessionOf(headers);
          },
        },
      }),
    });
    const reply = await call(`${times(10).join(",")}?batch=1`, {}, { on: counted });
    expect(reply.body).toHaveLength(10);
    expect(asked).toBe(1);
  });

  it.each([11, 800])("of %i is 400", async (count) => {
    expect((await batch(times(count))).status).toBe(400);
    expect((await batch(times(count, "x"))).status).toBe(400);
  });
});

const heldCall = (path: string, input: object, session: string) =>
  heldPost(`/trpc/${path}`, { Origin: server.origin, Cookie: session }, input);

describe("while the body of a call is on its way", () => {
  it.each(["by signing out", "by somebody else"])(
    "a session that ends %s executes nothing more",
    async (how) => {
      const user = await aUser(server, { operator: true });
      const received = await server.rawInParts(
        heldCall("organizations.create", { name: `Evil ${how}` }, user.cookie),
        async () => {
          const headers = { cookie: user.cookie, origin: server.origin };
          if (how === "by signing out") {
            await server.send("/auth/sign-out", { method: "POST", headers, body: {} });
          } else await server.services.identity.revokeOtherSessions(user.id, "");
        },
      );
      expect(received).toMatch(/^HTTP\/1\.1 401 /);
      expect(received).toContain("UNAUTHORIZED");
      expect(await server.services.desk.tenancy.listMemberships(user.id)).toEqual([]);
    },
  );

  it("a client that hangs up is no fault of ours", async () => {
    const own = await aServer();
    const [first] = heldCall("session.me", {}, "");
    await own.rawInParts([first], async () => {});
    await expect.poll(() => own.logs()).toMatch(/"code":"malformed_request"/);
    expect(own.logs()).not.toContain('"level":50');
  });
});

async function faultOf(path: string, input: object) {
  const { body } = await call(path, { organizationId: organization.id, ...input });
  const [{ message: _, ...fault }] = body.error.data.issues;
  return fault;
}

it("says of a field what is wrong with it by a code and its limit, so that any language can", async () => {
  const issue = (key: object) => faultOf("keys.issue", { key: { name: "Key", environment: "live", ...key } });
  const token = `kat_live_${"a".repeat(16)}.${"b".repeat(49)}`;
  expect([
    await issue({ name: "x".repeat(81) }),
    await issue({ name: " " }),
    await issue({ note: token }),
    await issue({ environment: "prod" }),
    await faultOf("invitations.create", { email: "a@b", role: "viewer" }),
  ]).toEqual([
    { path: "key.name", code: "too_long", limit: 80 },
    { path: "key.name", code: "too_short", limit: null },
    { path: "key.note", code: "not_allowed", limit: null },
    { path: "key.environment", code: "not_one_of", limit: null },
    { path: "email", code: "malformed", limit: null },
  ]);
});

describe("what costs much is bounded", () => {
  it("names fifty mistakes at most, in short", async () => {
    const many = Array.from({ length: 6_000 }, (_, index) => [`field${index}`, 1]);
    const key = { name: "Many", environment: "live", ...Object.fromEntries(many) };
    const reply = await call("keys.issue", { organizationId: organization.id, key });
    expect(reply.status).toBe(400);
    expect(reply.text.length).toBeLessThan(2_000);
    const settlements = Array.from({ length: 200 }, () => ({}));
    const removal = { organizationId: organization.id, memberId: organization.members.viewer.memberId };
    const { body } = await call("members.remove", { ...removal, settlements });
    expect(body.error.data.issues).toHaveLength(50);
  });

  it("takes 200 settlements at once and no more", async () => {
    const settlements = Array.from({ length: 201 }, () => ({ keyId: "key_1", action: "revoke" }));
    const removal = { organizationId: organization.id, memberId: organization.members.viewer.memberId };
    const reply = await call("members.remove", { ...removal, settlements });
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toBe(
      "At most 200 keys at once. Hand over or revoke some of them first.",
    );
  });

  it("checks an organization's log ten times a minute, for all its managers together", async () => {
    const { admin, owner } = organization.members;
    const verify = (session: string) =>
      call("audit.verify", { organizationId: organization.id }, { headers: { cookie: session } });
    for (let time = 0; time < 10; time += 1) expect((await verify(owner.cookie)).status).toBe(200);
    expect((await verify(admin.cookie)).status).toBe(429);
    server.clock.advance(60_000);
    expect((await verify(admin.cookie)).status).toBe(200);
  });
});

it("keeps tokens out of names and notes", async () => {
  const { token } = await aKey(server, organization);
  const named = { name: token, environment: "live" };
  const noted = { name: "Noted", note: `see ${token}`, environment: "live" };
  for (const key of [named, noted]) {
    const reply = await call("keys.issue", { organizationId: organization.id, key });
    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toBe("This is an API key's token. Names and notes are not secret.");
  }
  expect((await call("organizations.create", { name: token })).status).toBe(400);
});

it("says when to come back while the database is busy", async () => {
  const busy = await aServer({
    wrap: (services) => ({
      ...services,
      audit: { ...services.audit, list: () => Promise.reject(new KeyError("busy", "Later.")) },
    }),
  });
  const own = await anOrganization(busy);
  const headers = { cookie: own.members.owner.cookie };
  const reply = await call("audit.list", { organizationId: own.id }, { on: busy, headers });
  expect([reply.status, reply.body.error.data.reason]).toEqual([503, "busy"]);
  expect(reply.headers["retry-after"]).toBe("2");
});

describe("links", () => {
  const guesses = [
    ["setup.complete", { token: "x", name: "A", email: "a@example.com", password: "p", organization: "O" }],
    ["invitations.preview", { token: "x" }],
    ["invitations.join", { token: "x", name: "A", password: "p" }],
    ["passwordLinks.preview", { token: "x" }],
    ["passwordLinks.use", { token: "x", password: "p" }],
  ] as const;

  it.each(guesses)(
    "cannot be guessed by %s more than 20 times a minute from one address, batched or not",
    async (path, input) => {
      const own = await aServer();
      const from = (address: string) => ({ on: own, headers: { "x-forwarded-for": address } });
      const names = Array.from({ length: 10 }, () => path);
      const inputs = Object.fromEntries(names.map((_, index) => [index, input]));
      for (const _ of [1, 2]) {
        const { text } = await call(`${names.join(",")}?batch=1`, inputs, from("192.0.2.1"));
        expect(text).not.toContain("TOO_MANY_REQUESTS");
      }
      expect((await call(path, input, from("192.0.2.1"))).status).toBe(429);
      expect((await call(path, input, from("192.0.2.2"))).status).not.toBe(429);
      own.clock.advance(60_000);
      expect((await call(path, input, from("192.0.2.1"))).status).not.toBe(429);
    },
  );
});

it("says of an unexpected error only its request id, and logs it", async () => {
  const broken = await aServer({
    wrap: (services) => ({
      ...services,
      audit: { ...services.audit, list: () => Promise.reject(new Error("SQLITE_CORRUPT in /var/lib/x")) },
    }),
  });
  const own = await anOrganization(broken);
  const reply = await call(
    "audit.list",
    { organizationId: own.id },
    { on: broken, headers: { cookie: own.members.owner.cookie } },
  );
  expect(reply.status).toBe(500);
  expect(reply.body.error.message).toBe("Something went wrong on our side.");
  expect(reply.body.error.data).toEqual({
    code: "INTERNAL_SERVER_ERROR",
    httpStatus: 500,
    reason: null,
    requestId: reply.headers["x-request-id"],
    issues: [],
  });
  expect(broken.logs()).toContain("SQLITE_CORRUPT");
  expect(broken.logs()).toContain(String(reply.headers["x-request-id"]));
});

it("writes sign-ins and sign-outs into the audit log of each of the user's organizations, with the trusted address", async () => {
  const { items } = await server.services.audit.list(organization.id, {
    action: "member.signed_in",
    limit: 100,
  });
  expect(items).toEqual([]);
  const { email, id, memberId } = organization.members.admin;
  const signIn = await server.send("/auth/sign-in/email", {
    method: "POST",
    headers: {
      origin: server.origin,
      "x-forwarded-for": "203.0.113.77",
      "x-katkey-client-address": "198.51.100.1",
    },
    body: { email, password: "correct horse battery staple" },
  });
  expect(signIn.status).toBe(200);
  expect(signIn.headers["cache-control"]).toBe("no-store");
  const [session = ""] = String(signIn.headers["set-cookie"]).split(";", 1);
  await server.send("/auth/sign-out", {
    method: "POST",
    headers: { origin: server.origin, cookie: session, "x-forwarded-for": "203.0.113.77" },
    body: {},
  });
  const log = await server.services.audit.list(organization.id, { limit: 2 });
  expect(log.items).toMatchObject(
    ["member.signed_out", "member.signed_in"].map((action) => ({
      action,
      actor: { type: "user", id, label: email },
      object: { type: "member", id: memberId, label: email },
      address: "203.0.113.77",
    })),
  );
  expect((await server.services.audit.verify(organization.id)).intact).toBe(true);
});

const actionsOf = async ({ id }: TestOrganization, label: string) => {
  const { items } = await server.services.audit.list(id, { limit: 20 });
  return items.filter(({ actor }) => actor.label === label).map(({ action }) => action);
};

describe("what a person does with their account", () => {
  it("is in the audit log of each of their organizations: sessions that end, and a new password", async () => {
    const acme = await anOrganization(server);
    const { owner } = acme.members;
    const headers = { cookie: owner.cookie };
    const other = await call("organizations.create", { name: "Other" }, { headers });
    const before = (await actionsOf(acme, owner.email)).length;
    const lately = async () => (await actionsOf(acme, owner.email)).slice(0, -before);

    await call("session.revokeOthers", {}, { headers });
    await call("session.revoke", { sessionId: "ses_unknown" }, { headers });
    expect(await lately()).toEqual([]);

    const signIn = await server.send("/auth/sign-in/email", {
      method: "POST",
      headers: { origin: server.origin, "x-forwarded-for": "203.0.113.81" },
      body: { email: owner.email, password: "correct horse battery staple" },
    });
    expect(signIn.status).toBe(200);
    await call("session.revokeOthers", {}, { headers });
    expect(await lately()).toEqual(["member.sessions_ended", "member.signed_in"]);

    const body = { currentPassword: "correct horse battery staple", newPassword: "a much better password" };
    const changed = await server.send("/auth/change-password", {
      method: "POST",
      headers: { ...headers, origin: server.origin, "x-forwarded-for": "203.0.113.81" },
      body,
    });
    expect(changed.status).toBe(200);
    expect((await lately())[0]).toBe("member.password_changed");

    const [cookie = ""] = String(changed.headers["set-cookie"]).split(";", 1);
    const mine = await call("session.list", {}, { headers: { cookie } });
    const sessionId = mine.body.result.data[0].id;
    await call("session.revoke", { sessionId }, { headers: { cookie, "x-request-id": "ended-here" } });
    const { items } = await server.services.audit.list(acme.id, { limit: 1 });
    expect(items).toMatchObject([{ action: "member.sessions_ended", requestId: "ended-here" }]);
    const elsewhere = await server.services.audit.list(other.body.result.data.id, { limit: 4 });
    expect(elsewhere.items.map(({ action }) => action)).toEqual([
      "member.sessions_ended",
      "member.password_changed",
      "member.sessions_ended",
      "member.signed_in",
    ]);
  });

  it("does not end a session of which there is no record", async () => {
    const own = await aServer({
      wrap: (services) => ({
        ...services,
        audit: { ...services.audit, append: () => Promise.reject(new Error("full")) },
      }),
    });
    const { cookie: session } = await aUser(own);
    const { sessionId } = (await own.services.identity.sessionOf({ cookie: session })) ?? { sessionId: "" };
    const reply = await call("session.revoke", { sessionId }, { on: own, headers: { cookie: session } });
    expect(reply.status).toBe(500);
    expect(await own.services.identity.sessionOf({ cookie: session })).not.toBeNull();
  });

  it("leaves a failed sign-in in the server's log: its address, and not whose it was", async () => {
    const own = await aServer();
    await own.send("/auth/sign-in/email", {
      method: "POST",
      headers: { origin: own.origin, "x-forwarded-for": "203.0.113.90" },
      body: { email: "somebody@example.com", password: "incorrect horse battery" },
    });
    const [line = "{}"] = own
      .logs()
      .split("\n")
      .filter((each) => each.includes("a sign-in failed"));
    expect(JSON.parse(line)).toMatchObject({ level: 30, address: "203.0.113.90" });
    expect(own.logs()).not.toContain("somebody@");
  });
});

it("leaves no account behind whose invitation was withdrawn while it was made", async () => {
  const meanwhile: { withdraw?: () => Promise<void> } = {};
  const own = await aServer({
    wrap: (services) => ({
      ...services,
      identity: {
        ...services.identity,
        async createUser(details) {
          const user = await services.identity.createUser(details);
          await meanwhile.withdraw?.();
          return user;
        },
      },
    }),
  });
  const { id: organizationId, members } = await anOrganization(own);
  const as = { on: own, headers: { cookie: members.owner.cookie } };
  const email = "late@example.com";
  const invited = await call("invitations.create", { organizationId, email, role: "viewer" }, as);
  const { id: invitationId, link } = invited.body.result.data;
  meanwhile.withdraw = async () => {
    expect((await call("invitations.withdraw", { organizationId, invitationId }, as)).status).toBe(200);
  };
  const joining = { token: link.split("#")[1], name: "Late", password: "correct horse battery" };
  const reply = await call("invitations.join", joining, { on: own });
  expect([reply.status, reply.body.error.data.reason]).toEqual([404, "invitation_not_found"]);
  expect(own.services.identity.findUserByEmail(email)).toBeNull();
});

it("shows a new token in the answer that issues it and in no log", async () => {
  const key = { name: "Shown once", environment: "live" };
  const reply = await call("keys.issue", { organizationId: organization.id, key });
  const { token } = reply.body.result.data;
  expect(token).toMatch(/^kat_live_/);
  await server.send("/v1/user", { token });
  await server.send("/v1/user", { headers: { authorization: `Basic ${token}` } });
  await server.send(`/v1/user?token=${token}`);
  await call("keys.list", { organizationId: organization.id, search: token });
  expect(server.logs()).toContain("refused");
  expect(server.logs()).not.toContain(token.split(".")[1]);
});

const listKeys = (cursor?: string) =>
  call("keys.list", { organizationId: organization.id, limit: 1, ...(cursor && { cursor }) });

it("pages through keys, and refuses a cursor that was cut short or is none", async () => {
  for (let index = 0; index < 2; index += 1) await aKey(server, organization);
  const { items, nextCursor } = (await listKeys()).body.result.data;
  const next = (await listKeys(nextCursor)).body.result.data;
  expect(next.items[0].id < items[0].id).toBe(true);
  for (const cursor of [nextCursor.slice(0, -1), `${nextCursor}0`, "x", "org_1"]) {
    const reply = await listKeys(cursor);
    expect([reply.status, reply.body.error.data.reason]).toEqual([400, "cursor_invalid"]);
  }
});
