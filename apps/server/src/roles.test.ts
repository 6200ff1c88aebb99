import { randomBytes } from "node:crypto";
import { connectApp, invite, isId, monthOf, rotateServiceToken, type MemberId } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApp } from "../testing/apps.ts";
import { leak } from "../testing/leak.ts";
import {
  aKey,
  anOrganization,
  aUser,
  password,
  ownerAct,
  type TestOrganization,
  type TestUser,
} from "../testing/people.ts";
import { changingProcedures, procedureNames } from "../testing/procedure-names.ts";
import { openServer, type TestServer } from "../testing/server.ts";
import { aServiceToken } from "../testing/service-token.ts";

/**
 * Who may do what, for every procedure: the table is the policy. A new procedure fails the last test until it has a
 * row here, and any answer that is not in the row fails its own.
 */

let server: TestServer;
let organization: TestOrganization;
let outsider: TestUser;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  outsider = await aUser(server);
});
afterAll(() => server.close());

const callers = ["owner", "admin", "member", "viewer", "outsider", "nobody"] as const;
type Caller = (typeof callers)[number];

/** Done, forbidden, not signed in, unknown organization, bad request, conflict. */
const ok = 200;
const no = 403;
const who = 401;
const none = 404;
const bad = 400;
const conflict = 409;

interface Row {
  /** In the order of `callers`. */
  readonly expected: readonly [number, number, number, number, number, number];
  input(caller: Caller): object | Promise<object>;
}

const everyMember = [ok, ok, ok, ok, none, who] as const;
const managers = [ok, ok, no, no, none, who] as const;
const keyHolders = [ok, ok, ok, no, none, who] as const;
const signedIn = [ok, ok, ok, ok, ok, who] as const;
// The organization's first owner is the operator of this installation.
const operators = [ok, no, no, no, no, who] as const;
const everybody = [ok, ok, ok, ok, ok, ok] as const;

const inOrganization = (rest: object = {}) => ({ organizationId: organization.id, ...rest });

/** A key that somebody else is responsible for. */
async function othersKey(rest: object = {}) {
  const { key, token } = await aKey(server, organization, { scopes: ["usage:read"] });
  tokens.set(key.id, token);
  return { organizationId: organization.id, keyId: key.id, ...rest };
}

/** A key of the caller's own, where their role lets them have one. */
async function ownKey(caller: Caller, rest: object = {}) {
  const by = caller === "viewer" || caller === "outsider" || caller === "nobody" ? "owner" : caller;
  const { key, token } = await aKey(server, organization, { by, scopes: ["usage:read"] });
  tokens.set(key.id, token);
  return { organizationId: organization.id, keyId: key.id, ...rest };
}

function manyOf(keys: readonly { readonly keyId: string }[], rest: object) {
  return inOrganization({ keyIds: keys.map(({ keyId }) => keyId), ...rest });
}

const tokens = new Map<string, string>();

async function quarantined(input: { keyId: string; organizationId: string }) {
  await leak(server, tokens.get(input.keyId) ?? "");
  return input;
}

async function rotating(input: { keyId?: string; organizationId: string }) {
  const headers = { cookie: organization.members.owner.cookie };
  await server.send("/trpc/keys.rotate", {
    method: "POST",
    headers,
    body: { ...input, rotation: { overlapSeconds: 60, replaces: await publicKeyIdOf(input.keyId) } },
  });
  return input;
}

async function publicKeyIdOf(keyId = "") {
  const key = await server.services.desk.store.findKey(
    organization.id,
    isId("key", keyId) ? keyId : "key_none",
  );
  return key?.secrets[0].publicKeyId;
}

/** A member who joins just for this. */
async function newcomer(role: "viewer" | "admin" | "owner" = "viewer"): Promise<MemberId> {
  const user = await aUser(server);
  const { token } = await invite(server.services.desk, ownerAct(server, organization), {
    email: user.email,
    role,
  });
  const headers = { cookie: user.cookie };
  await server.send("/trpc/invitations.accept", { method: "POST", headers, body: { token } });
  const membership = await server.services.desk.tenancy.findMembership(organization.id, user.id);
  return membership?.member.id ?? "mem_none";
}

const anInvitation = () =>
  invite(server.services.desk, ownerAct(server, organization), {
    email: "invited@example.com",
    role: "viewer",
  });

async function aPasswordLink(): Promise<string> {
  const { id } = await aUser(server);
  const actor = { type: "shell", command: "test" } as const;
  const act = { actor, now: server.clock.now(), address: null, requestId: null };
  return (await server.services.people.makePasswordLink(act, id, randomBytes)).token;
}

/** One app for all, as an organization has only so many. */
let shared: ReturnType<typeof anApp> | undefined;
const theApp = () => (shared ??= anApp(server, organization));

async function ownApp(rest: object = {}) {
  const { app } = await theApp();
  return inOrganization({ appId: app.id, ...rest });
}

async function rotatingApp() {
  const input = await ownApp();
  const headers = { cookie: organization.members.owner.cookie };
  const body = { ...input, overlapSeconds: 60 };
  await server.send("/trpc/partnerApps.rotateSecret", { method: "POST", headers, body });
  return input;
}

async function deciding(decision: string) {
  const { app } = await theApp();
  const input = await ownApp();
  const headers = { cookie: organization.members.owner.cookie };
  await server.send("/trpc/partnerApps.offer", { method: "POST", headers, body: input });
  const now = await server.services.desk.apps.find(app.id);
  return { ...input, decision, revision: now?.revision };
}

async function aGrant() {
  const { app } = await theApp();
  const headers = { cookie: organization.members.owner.cookie };
  await server.send("/trpc/partnerApps.enable", { method: "POST", headers, body: await ownApp() });
  const grant = await connectApp(server.services.desk, ownerAct(server, organization), {
    appId: app.id,
    scopes: ["products:read"],
  });
  return { grantId: grant.id };
}

async function serviceTokenId() {
  return (await aServiceToken(server)).record.id;
}

async function rotatingServiceTokenId() {
  const { desk } = server.services;
  const actor = { type: "shell", command: "test" } as const;
  const act = { actor, now: server.clock.now(), address: null, requestId: null };
  const id = await serviceTokenId();
  await rotateServiceToken(desk, act, { id, overlapSeconds: 60 });
  return id;
}

let names = 0;
const edited = () => ({ patch: { name: `Edited ${(names += 1)}` } });
const revocation = { reason: "unused" };

const policy: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  "account.signInMeans": { "": { expected: signedIn, input: () => ({}) } },
  "audit.actors": { "": { expected: managers, input: () => inOrganization() } },
  "audit.export": { "": { expected: managers, input: () => inOrganization({ format: "csv" }) } },
  "audit.exported": {
    "somebody else's, or none": {
      expected: [bad, bad, no, no, none, who],
      input: () => inOrganization({ exportId: "exp_none", after: 0 }),
    },
  },
  "audit.list": { "": { expected: managers, input: () => inOrganization() } },
  "audit.verify": { "": { expected: managers, input: () => inOrganization() } },
  "billing.show": { "": { expected: managers, input: () => inOrganization() } },
  "billing.statement": {
    // Its month is still running: whoever may know that is told so.
    "": {
      expected: [none, none, no, no, none, who],
      input: () => inOrganization({ month: monthOf(server.clock.now()) }),
    },
  },
  "billing.statements": { "": { expected: managers, input: () => inOrganization() } },
  "connectedApps.disconnect": {
    "somebody else's": { expected: managers, input: async () => inOrganization(await aGrant()) },
    none: {
      expected: [none, none, none, none, none, who],
      input: () => inOrganization({ grantId: "grt_none" }),
    },
  },
  "connectedApps.ended": { "": { expected: everyMember, input: () => inOrganization() } },
  "connectedApps.list": { "": { expected: everyMember, input: () => inOrganization() } },
  "home.needs": { "": { expected: everyMember, input: () => inOrganization() } },
  "home.peak": { "": { expected: everyMember, input: () => inOrganization() } },
  "instance.appApprovals.decide": {
    approved: { expected: operators, input: () => deciding("approved") },
    refused: { expected: operators, input: () => deciding("refused") },
  },
  "instance.appApprovals.block": { "": { expected: operators, input: () => ownApp() } },
  "instance.appApprovals.unblock": { "": { expected: operators, input: () => ownApp() } },
  "instance.appApprovals.list": { "": { expected: operators, input: () => ({}) } },
  "instance.changeApiAccess": {
    "": { expected: operators, input: () => inOrganization({ apiAccess: true }) },
  },
  "instance.changePlan": { "": { expected: operators, input: () => inOrganization({ plan: "enterprise" }) } },
  "instance.changeRequestLimit": {
    "": { expected: operators, input: () => inOrganization({ requestsPerMinute: 1_000 }) },
  },
  "instance.health": { "": { expected: operators, input: () => ({}) } },
  "instance.log.list": { "": { expected: operators, input: () => ({}) } },
  "instance.log.verify": { "": { expected: operators, input: () => ({}) } },
  "instance.organization": { "": { expected: operators, input: () => inOrganization() } },
  "instance.organizations": { "": { expected: operators, input: () => ({}) } },
  "instance.people.ban": {
    "": { expected: operators, input: async () => ({ id: (await aUser(server)).id }) },
    "themselves, of operators": {
      expected: [conflict, no, no, no, no, who],
      input: () => ({ id: organization.members.owner.id }),
    },
    nobody: { expected: [none, no, no, no, no, who], input: () => ({ id: "usr_none" }) },
  },
  "instance.people.list": { "": { expected: operators, input: () => ({}) } },
  "instance.people.makePasswordLink": {
    "": { expected: operators, input: async () => ({ id: (await aUser(server)).id, password }) },
    "for themselves, of operators": {
      expected: [conflict, no, no, no, no, who],
      input: () => ({ id: organization.members.owner.id, password }),
    },
    "with a wrong password of their own": {
      expected: [bad, no, no, no, no, who],
      input: async () => ({ id: (await aUser(server)).id, password: "not my password" }),
    },
    nobody: { expected: [none, no, no, no, no, who], input: () => ({ id: "usr_none", password }) },
  },
  "instance.people.unban": {
    "": { expected: operators, input: async () => ({ id: (await aUser(server)).id }) },
  },
  "instance.resume": { "": { expected: operators, input: () => inOrganization() } },
  "instance.serviceTokens.endOverlap": {
    "": { expected: operators, input: async () => ({ id: await rotatingServiceTokenId() }) },
  },
  "instance.serviceTokens.issue": {
    "": {
      expected: operators,
      input: () => ({ name: `Service ${Math.random()}`, organizations: null, expiresAt: null }),
    },
  },
  "instance.serviceTokens.list": { "": { expected: operators, input: () => ({}) } },
  "instance.serviceTokens.revoke": {
    "": { expected: operators, input: async () => ({ id: await serviceTokenId() }) },
  },
  "instance.serviceTokens.rotate": {
    "": { expected: operators, input: async () => ({ id: await serviceTokenId(), overlapSeconds: 0 }) },
  },
  "instance.suspend": { "": { expected: operators, input: () => inOrganization({ reason: "Unpaid" }) } },
  "invitations.accept": {
    "with somebody else's link": {
      expected: [no, no, no, no, no, who],
      input: async () => ({ token: (await anInvitation()).token }),
    },
    "with no link": { expected: [none, none, none, none, none, who], input: () => ({ token: "x" }) },
  },
  "invitations.withdraw": {
    "": {
      expected: managers,
      input: async () => inOrganization({ invitationId: (await anInvitation()).invitation.id }),
    },
  },
  "invitations.create": {
    "a viewer": {
      expected: managers,
      input: () => inOrganization({ email: "a@example.com", role: "viewer" }),
    },
    "an admin": {
      expected: managers,
      input: () => inOrganization({ email: "a@example.com", role: "admin" }),
    },
    "an owner": {
      expected: [ok, no, no, no, none, who],
      input: () => inOrganization({ email: "a@example.com", role: "owner" }),
    },
  },
  "invitations.join": {
    "with no link": {
      expected: [none, none, none, none, none, none],
      input: () => ({ token: "x", name: "A", password: "correct horse battery" }),
    },
  },
  "invitations.list": { "": { expected: managers, input: () => inOrganization() } },
  "invitations.preview": {
    "": { expected: everybody, input: async () => ({ token: (await anInvitation()).token }) },
  },
  "keys.edit": {
    "somebody else's": { expected: managers, input: () => othersKey(edited()) },
    "their own": { expected: keyHolders, input: (caller) => ownKey(caller, edited()) },
    "more than their role has": {
      expected: managers,
      input: (caller) => ownKey(caller, { patch: { scopes: ["keys:write"] } }),
    },
    "a longer life": { expected: [ok, ok, bad, no, none, who], input: (caller) => longerLife(caller) },
    "handing it over": {
      expected: managers,
      input: (caller) =>
        ownKey(caller, { patch: { responsibleMemberId: organization.members.owner.memberId } }),
    },
  },
  "keyTraffic.clients": { "": { expected: everyMember, input: () => othersKey() } },
  "keyTraffic.previewEdit": {
    "somebody else's": { expected: managers, input: () => othersKey({ patch: { scopes: [] } }) },
    "their own": { expected: keyHolders, input: (caller) => ownKey(caller, { patch: { scopes: [] } }) },
  },
  "keyTraffic.previewOverlapEnd": {
    "somebody else's": { expected: managers, input: async () => rotating(await othersKey()) },
    "their own": { expected: keyHolders, input: async (caller) => rotating(await ownKey(caller)) },
  },
  "keyTraffic.previewRevocation": {
    "somebody else's": { expected: managers, input: () => othersKey() },
    "their own": { expected: keyHolders, input: (caller) => ownKey(caller) },
  },
  "keyTraffic.previewRevocations": {
    "somebody else's among their own": {
      expected: managers,
      input: async (caller) => manyOf([await ownKey(caller), await othersKey()], {}),
    },
    "their own": { expected: keyHolders, input: async (caller) => manyOf([await ownKey(caller)], {}) },
  },
  "keyTraffic.scopes": { "": { expected: everyMember, input: () => othersKey() } },
  "keyTraffic.usage": {
    "": { expected: everyMember, input: () => othersKey({ range: "7d", groupBy: "route" }) },
  },
  "keys.endOverlap": {
    "somebody else's": { expected: managers, input: async () => rotating(await othersKey()) },
    "their own": { expected: keyHolders, input: async (caller) => rotating(await ownKey(caller)) },
  },
  "keys.exported": { "": { expected: everyMember, input: () => inOrganization() } },
  "keys.export": { "": { expected: everyMember, input: () => inOrganization() } },
  "keys.get": { "": { expected: everyMember, input: () => othersKey() } },
  "keys.handOverMany": {
    "": {
      expected: managers,
      input: async (caller) => manyOf([await ownKey(caller)], { to: organization.members.owner.memberId }),
    },
  },
  "keys.history": {
    "somebody else's": { expected: managers, input: () => othersKey() },
    "their own": { expected: keyHolders, input: (caller) => ownKey(caller) },
  },
  "keys.issue": {
    "": { expected: keyHolders, input: () => issuing({}) },
    "more than their role has": { expected: managers, input: () => issuing({ scopes: ["keys:write"] }) },
  },
  "keys.list": { "": { expected: everyMember, input: () => inOrganization() } },
  "keys.release": {
    "somebody else's": { expected: managers, input: async () => quarantined(await othersKey()) },
    "their own": { expected: managers, input: async (caller) => quarantined(await ownKey(caller)) },
  },
  "keys.revoke": {
    "somebody else's": { expected: managers, input: () => othersKey({ revocation }) },
    "their own": { expected: keyHolders, input: (caller) => ownKey(caller, { revocation }) },
  },
  "keys.revokeMany": {
    "somebody else's among their own": {
      expected: managers,
      input: async (caller) => manyOf([await ownKey(caller), await othersKey()], { revocation }),
    },
    "their own": {
      expected: keyHolders,
      input: async (caller) => manyOf([await ownKey(caller)], { revocation }),
    },
  },
  "keys.rotate": {
    "somebody else's": { expected: managers, input: async () => rotation(await othersKey()) },
    "their own": { expected: keyHolders, input: async (caller) => rotation(await ownKey(caller)) },
  },
  "members.changeRole": {
    "a viewer to member": { expected: managers, input: async () => role(await newcomer(), "member") },
    "a viewer to owner": {
      expected: [ok, no, no, no, none, who],
      input: async () => role(await newcomer(), "owner"),
    },
    "an owner to viewer": {
      expected: [ok, no, no, no, none, who],
      input: async () => role(await newcomer("owner"), "viewer"),
    },
    "themselves to owner": {
      expected: [ok, no, no, no, none, who],
      input: (caller) => role(ownMemberId(caller), "owner"),
    },
  },
  "members.list": { "": { expected: everyMember, input: () => inOrganization() } },
  "members.remove": {
    "a viewer": { expected: managers, input: async () => removal(await newcomer()) },
    "an owner": {
      expected: [ok, no, no, no, none, who],
      input: async () => removal(await newcomer("owner")),
    },
  },
  "organizations.create": {
    "": { expected: operators, input: () => ({ name: "Another" }) },
  },
  "organizations.changeApiAccess": {
    "": { expected: managers, input: () => inOrganization({ apiAccess: true }) },
  },
  "organizations.changeLeakPolicy": {
    "": { expected: managers, input: () => inOrganization({ leakPolicy: "quarantine" }) },
  },
  "organizations.editKeyRules": {
    "": { expected: managers, input: () => inOrganization({ keyRules: { expiryRequired: false } }) },
  },
  "organizations.get": { "": { expected: everyMember, input: () => inOrganization() } },
  "organizations.keysUsed": { "": { expected: everyMember, input: () => inOrganization() } },
  "organizations.rename": {
    "": { expected: managers, input: () => inOrganization({ name: `Acme ${(names += 1)}` }) },
  },
  "partnerApps.customers": { "": { expected: managers, input: () => ownApp() } },
  "partnerApps.disable": { "": { expected: managers, input: () => ownApp() } },
  "partnerApps.edit": {
    "": { expected: managers, input: () => ownApp({ patch: { description: `${(names += 1)}` } }) },
  },
  "partnerApps.enable": { "": { expected: managers, input: () => ownApp() } },
  "partnerApps.endOverlap": { "": { expected: managers, input: async () => rotatingApp() } },
  "partnerApps.get": { "": { expected: managers, input: () => ownApp() } },
  "partnerApps.list": { "": { expected: managers, input: () => inOrganization() } },
  "partnerApps.offer": { "": { expected: managers, input: () => ownApp() } },
  "partnerApps.withdrawOffer": { "": { expected: managers, input: () => ownApp() } },
  "partnerApps.register": {
    "": {
      expected: managers,
      input: () =>
        inOrganization({
          name: `App ${(names += 1)}`,
          description: null,
          homepage: null,
          logo: null,
          type: "public",
          redirectUris: ["https://app.example.com/cb"],
          scopes: ["products:read"],
        }),
    },
  },
  "partnerApps.rotateSecret": {
    "": { expected: managers, input: () => ownApp({ overlapSeconds: 0 }) },
  },
  "passwordLinks.preview": {
    "": { expected: everybody, input: async () => ({ token: await aPasswordLink() }) },
    "with no link": { expected: [none, none, none, none, none, none], input: () => ({ token: "x" }) },
  },
  "passwordLinks.use": {
    "": {
      expected: everybody,
      input: async () => ({ token: await aPasswordLink(), password: "correct horse battery" }),
    },
    "with no link": {
      expected: [none, none, none, none, none, none],
      input: () => ({ token: "x", password: "correct horse battery" }),
    },
  },
  "refusals.explain": { "": { expected: everyMember, input: () => inOrganization({ requestId: "r-1" }) } },
  "refusals.latest": { "": { expected: everyMember, input: () => inOrganization() } },
  "session.list": { "": { expected: signedIn, input: () => ({}) } },
  "session.me": { "": { expected: everybody, input: () => ({}) } },
  "session.revoke": { "": { expected: signedIn, input: () => ({ sessionId: "ses_none" }) } },
  "session.revokeOthers": { "": { expected: signedIn, input: () => ({}) } },
  "setup.complete": {
    "once there is a user": { expected: [no, no, no, no, no, no], input: () => setup },
  },
  "setup.state": { "": { expected: everybody, input: () => ({}) } },
  "usage.report": {
    "": { expected: everyMember, input: () => inOrganization({ range: "30d", groupBy: "key" }) },
  },
};

const setup = {
  token: "x",
  name: "Eve",
  email: "eve@example.com",
  password: "correct horse battery",
  organization: "E",
};

function issuing(rest: object) {
  return inOrganization({ key: { name: `Issued ${(names += 1)}`, environment: "live", ...rest } });
}

async function longerLife(caller: Caller) {
  const input = await ownKey(caller);
  const soon = new Date(server.clock.now() + 86_400_000).toISOString();
  const later = new Date(server.clock.now() + 2 * 86_400_000).toISOString();
  const headers = { cookie: organization.members.owner.cookie };
  const body = { ...input, patch: { expiresAt: soon } };
  await server.send("/trpc/keys.edit", { method: "POST", headers, body });
  return { ...input, patch: { expiresAt: later } };
}

async function rotation(input: { keyId?: string }) {
  return { ...input, rotation: { overlapSeconds: 0, replaces: await publicKeyIdOf(input.keyId) } };
}

function role(memberId: string, to: string) {
  return inOrganization({ memberId, role: to });
}

function removal(memberId: string) {
  return inOrganization({ memberId, settlements: [] });
}

function ownMemberId(caller: Caller): string {
  return isMember(caller) ? organization.members[caller].memberId : organization.members.viewer.memberId;
}

function isMember(caller: Caller): caller is keyof TestOrganization["members"] {
  return caller in organization.members;
}

function cookieOf(caller: Caller): Record<string, string> {
  if (caller === "nobody") return {};
  return { cookie: isMember(caller) ? organization.members[caller].cookie : outsider.cookie };
}

const rows = Object.entries(policy).flatMap(([name, all]) =>
  Object.entries(all).flatMap(([what, row]) =>
    callers.map((caller, index) => [caller, row.expected[index], name, what, row] as const),
  ),
);

describe("each role", () => {
  it.each(rows)("%s gets %i for %s %s", async (caller, expected, name, _, row) => {
    const body = await row.input(caller);
    // Past the window of the links' throttle, which has tests of its own.
    server.clock.advance(4_000);
    const reply = await server.send(`/trpc/${name}`, { method: "POST", body, headers: cookieOf(caller) });
    expect({ status: reply.status, said: reply.body?.error?.message }).toEqual({
      status: expected,
      said: expected === ok ? undefined : expect.any(String),
    });
  });

  it("has a row for every procedure there is", () => {
    expect(Object.keys(policy).toSorted()).toEqual(procedureNames);
  });
});

describe("where nothing can be written", () => {
  const changes = rows.filter(
    ([caller, expected, name]) => caller === "owner" && expected === ok && changingProcedures.has(name),
  );

  beforeAll(async () => {
    const headers = cookieOf("owner");
    await server.send("/trpc/instance.resume", { method: "POST", body: inOrganization(), headers });
  });

  it.each(changes)("%s (%i elsewhere) is told so by %s %s, and nothing is changed", async (...change) => {
    const [caller, , name, , row] = change;
    const { database } = server;
    const body = await row.input(caller);
    server.clock.advance(4_000);
    const send = () => server.send(`/trpc/${name}`, { method: "POST", body, headers: cookieOf(caller) });
    const before = database.serialize();
    database.pragma("query_only = on");
    const { status, body: said, headers } = await send().finally(() => database.pragma("query_only = off"));
    // What is so already is no change.
    if (status === ok) await send();
    else {
      const told = [status, said.error.data.reason, headers["retry-after"]];
      expect(told).toEqual([503, "storage_unavailable", "30"]);
    }
    expect(database.serialize().equals(before)).toBe(true);
  });
});
