import { create, list } from "@katkey/catalog";
import { connectApp, createId, invite, listApps, listGrants, monthOf } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApp } from "../testing/apps.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../testing/people.ts";
import { procedureNames } from "../testing/procedure-names.ts";
import { aServer, openServer, type Reply, type TestServer } from "../testing/server.ts";
import { aServiceToken } from "../testing/service-token.ts";
import { serviceRoutes } from "./rest/remote/service-routes.ts";
import { routes } from "./rest/routes.ts";

/**
 * A member or key of organization A that names anything of organization B gets, byte for byte, what it gets for an id
 * that nobody has; and B is as it was. A new procedure or route fails the last tests until it has a row here.
 */

let server: TestServer;
let a: TestOrganization;
let b: TestOrganization;
let ofB: Ids;
let ofNobody: Ids;
let ofA: Ids;
let tokenOfA: string;

type Ids = Readonly<
  Record<
    | "organizationId"
    | "keyId"
    | "memberId"
    | "invitationId"
    | "publicKeyId"
    | "sessionId"
    | "productId"
    | "requestId"
    | "appId"
    | "grantId"
    | "secretId",
    string
  >
>;

beforeAll(async () => {
  server = await openServer();
  a = await anOrganization(server);
  b = await anOrganization(server);
  tokenOfA = (await aKey(server, a)).token;
  ofA = await idsOf(a);
  // Lists page by ids, which sort by when they were made: B's and nobody's come after A's, or chance would decide.
  server.clock.advance(1);
  ofB = await idsOf(b);
  const { random } = server.services.desk;
  const now = server.clock.now();
  ofNobody = {
    organizationId: createId("org", now, random),
    keyId: createId("key", now, random),
    memberId: createId("mem", now, random),
    invitationId: createId("inv", now, random),
    publicKeyId: "0123456789abcdef",
    sessionId: createId("ses", now, random),
    productId: createId("prd", now, random),
    requestId: "00000000-0000-4000-8000-000000000000",
    appId: createId("app", now, random),
    grantId: createId("grt", now, random),
    secretId: "0123456789abcdef",
  };
});
afterAll(() => server.close());

async function idsOf(organization: TestOrganization): Promise<Ids> {
  const { key, token } = await aKey(server, organization, { name: `Key of ${organization.id}` });
  const refused = await server.send("/v1/nothing", { token });
  const { id: userId, email, memberId } = organization.members.owner;
  const act = {
    organizationId: organization.id,
    actor: { type: "member", userId, email, memberId, role: "owner" },
    now: server.clock.now(),
    address: null,
    requestId: null,
  } as const;
  const { invitation } = await invite(server.services.desk, act, {
    email: "new@example.com",
    role: "viewer",
  });
  const [session] = server.services.identity.listSessions(organization.members.viewer.id);
  return {
    organizationId: organization.id,
    keyId: key.id,
    memberId: organization.members.member.memberId,
    invitationId: invitation.id,
    publicKeyId: key.secrets[0].publicKeyId,
    sessionId: session?.id ?? "",
    productId: await productOf(organization),
    requestId: String(refused.headers["x-request-id"]),
    ...(await appOf(organization)),
  };
}

/** Its own app, which is not offered to others, and which it has connected itself. */
async function appOf(organization: TestOrganization) {
  const act = ownerAct(server, organization);
  const { app } = await anApp(server, organization, { name: `App of ${organization.id}` });
  const request = { appId: app.id, scopes: ["products:read"] } as const;
  const grant = await connectApp(server.services.desk, act, request);
  return { appId: app.id, grantId: grant.id, secretId: app.secrets[0]?.publicKeyId ?? "" };
}

async function productOf({ id: organizationId }: TestOrganization): Promise<string> {
  const shelf = { organizationId, environment: "live" } as const;
  const { id } = await create(server.services.catalog, shelf, {
    name: `Product of ${organizationId}`,
    sku: "A1",
    category: null,
    price: null,
    attributes: {},
    language: "en",
    tone: "neutral",
    keywords: [],
    now: server.clock.now(),
    claim: null,
  });
  return id;
}

type Input = (home: Ids, target: Ids) => object;

/** For each procedure, inputs that name something: `home` is where the caller belongs. Empty: it names nothing. */
const procedures: Readonly<Record<string, readonly Input[]>> = {
  "account.signInMeans": [],
  "audit.actors": [org()],
  "audit.export": [org({ format: "jsonl" })],
  "audit.exported": [org({ exportId: "exp_none", after: 0 })],
  "audit.list": [
    org(),
    org({ limit: 1 }),
    (home, target) => ({ ...home, objectId: target.keyId }),
    (home, target) => ({ ...home, actor: target.keyId, range: "30d" }),
  ],
  "audit.verify": [org(), org({ cursor: { seq: 1, hash: "0".repeat(64) } })],
  "billing.show": [org()],
  "billing.statement": [
    org({ month: "2026-01" }),
    (_, { organizationId }) => ({ organizationId, month: monthOf(server.clock.now()) }),
  ],
  "billing.statements": [org()],
  "connectedApps.disconnect": [foreign("grantId"), own("grantId")],
  "connectedApps.ended": [org()],
  "connectedApps.list": [org()],
  "home.needs": [org()],
  "home.peak": [org()],
  "instance.appApprovals.decide": [
    foreign("appId", { decision: "approved", revision: 0 }),
    own("appId", { decision: "approved", revision: 0 }),
  ],
  "instance.appApprovals.block": [foreign("appId"), own("appId")],
  "instance.appApprovals.unblock": [foreign("appId"), own("appId")],
  "instance.appApprovals.list": [],
  "instance.changeApiAccess": [org({ apiAccess: false })],
  "instance.changePlan": [org({ plan: "standard" })],
  "instance.changeRequestLimit": [org({ requestsPerMinute: 1 })],
  "instance.health": [],
  "instance.log.list": [],
  "instance.log.verify": [],
  "instance.organization": [org()],
  "instance.organizations": [(_, { organizationId }) => ({ search: organizationId })],
  "instance.people.ban": [],
  "instance.people.list": [(_, { organizationId }) => ({ search: organizationId })],
  "instance.people.makePasswordLink": [],
  "instance.people.unban": [],
  "instance.resume": [org()],
  "instance.serviceTokens.endOverlap": [],
  "instance.serviceTokens.issue": [
    (_, { organizationId }) => ({ name: "x", organizations: [organizationId], expiresAt: null }),
  ],
  "instance.serviceTokens.list": [],
  "instance.serviceTokens.revoke": [],
  "instance.serviceTokens.rotate": [],
  "instance.suspend": [org({ reason: "x" })],
  "invitations.accept": [],
  "invitations.withdraw": [org(), own("invitationId"), foreign("invitationId")],
  "invitations.create": [org({ email: "x@example.com", role: "viewer" })],
  "invitations.join": [],
  "invitations.list": [org()],
  "invitations.preview": [],
  "keys.edit": [
    foreign("keyId", { patch: { name: "Mine now" } }),
    own("keyId", { patch: { name: "Mine now" } }),
    (home, target) => ({ ...home, patch: { responsibleMemberId: target.memberId } }),
  ],
  "keyTraffic.clients": [foreign("keyId"), own("keyId")],
  "keyTraffic.previewEdit": [
    foreign("keyId", { patch: { scopes: [] } }),
    own("keyId", { patch: { scopes: [] } }),
    (home, target) => ({ ...home, patch: { responsibleMemberId: target.memberId } }),
  ],
  "keyTraffic.previewOverlapEnd": [foreign("keyId"), own("keyId")],
  "keyTraffic.previewRevocation": [foreign("keyId"), own("keyId")],
  "keyTraffic.previewRevocations": [
    (home, target) => ({ organizationId: home.organizationId, keyIds: [home.keyId, target.keyId] }),
    (_, target) => ({ organizationId: target.organizationId, keyIds: [target.keyId] }),
  ],
  "keyTraffic.scopes": [foreign("keyId"), own("keyId")],
  "keyTraffic.usage": [
    foreign("keyId", { range: "90d", groupBy: "route" }),
    own("keyId", { range: "90d", groupBy: "route" }),
  ],
  "keys.endOverlap": [foreign("keyId"), own("keyId")],
  "keys.get": [foreign("keyId"), own("keyId")],
  "keys.handOverMany": [
    (home, target) => ({ ...home, keyIds: [home.keyId, target.keyId], to: home.memberId }),
    (home, target) => ({ ...home, keyIds: [home.keyId], to: target.memberId }),
  ],
  "keys.history": [foreign("keyId"), own("keyId")],
  "keys.issue": [org({ key: { name: "Mine", environment: "live" } })],
  "keys.export": [org()],
  "keys.exported": [
    org(),
    (home, target) => ({ organizationId: home.organizationId, search: target.publicKeyId }),
    (home, target) => ({ organizationId: home.organizationId, responsibleMemberId: target.memberId }),
  ],
  "keys.list": [
    org(),
    (home, target) => ({ organizationId: home.organizationId, search: target.keyId }),
    (home, target) => ({ organizationId: home.organizationId, search: target.publicKeyId }),
    (home, target) => ({ organizationId: home.organizationId, search: `Key of ${target.organizationId}` }),
    (home, target) => ({ organizationId: home.organizationId, responsibleMemberId: target.memberId }),
  ],
  "keys.release": [foreign("keyId"), own("keyId")],
  "keys.revoke": [
    foreign("keyId", { revocation: { reason: "unused" } }),
    own("keyId", { revocation: { reason: "unused" } }),
  ],
  "keys.revokeMany": [
    (home, target) => ({
      organizationId: home.organizationId,
      keyIds: [home.keyId, target.keyId],
      revocation: { reason: "unused" },
    }),
    (_, target) => ({
      organizationId: target.organizationId,
      keyIds: [target.keyId],
      revocation: { reason: "unused" },
    }),
  ],
  "keys.rotate": [
    foreign("keyId", { rotation: { overlapSeconds: 0, replaces: "0123456789abcdef" } }),
    own("keyId", { rotation: { overlapSeconds: 0, replaces: "0123456789abcdef" } }),
    (home, target) => ({ ...home, rotation: { overlapSeconds: 0, replaces: target.publicKeyId } }),
  ],
  "members.changeRole": [foreign("memberId", { role: "viewer" }), own("memberId", { role: "viewer" })],
  "members.list": [org()],
  "members.remove": [
    foreign("memberId", { settlements: [] }),
    own("memberId", { settlements: [] }),
    (home, target) => ({ ...home, settlements: [{ keyId: target.keyId, action: "revoke" }] }),
    (home, target) => ({
      ...home,
      settlements: [{ keyId: home.keyId, action: "hand_over", to: target.memberId }],
    }),
  ],
  "organizations.create": [],
  "organizations.changeApiAccess": [org({ apiAccess: false })],
  "organizations.changeLeakPolicy": [org({ leakPolicy: "mark" })],
  "organizations.editKeyRules": [org({ keyRules: { expiryRequired: true } })],
  "organizations.get": [org()],
  "organizations.keysUsed": [org()],
  "organizations.rename": [org({ name: "Mine now" })],
  "partnerApps.customers": [
    foreign("appId"),
    own("appId"),
    (home, target) => ({ organizationId: home.organizationId, appId: home.appId, cursor: target.grantId }),
  ],
  "partnerApps.disable": [foreign("appId"), own("appId")],
  "partnerApps.edit": [
    foreign("appId", { patch: { name: "Mine now" } }),
    own("appId", { patch: { name: "Mine now" } }),
  ],
  "partnerApps.enable": [foreign("appId"), own("appId")],
  "partnerApps.endOverlap": [foreign("appId"), own("appId")],
  "partnerApps.get": [foreign("appId"), own("appId")],
  "partnerApps.list": [org()],
  "partnerApps.offer": [foreign("appId"), own("appId")],
  "partnerApps.withdrawOffer": [foreign("appId"), own("appId")],
  "partnerApps.register": [
    org({
      name: "Mine",
      description: null,
      homepage: null,
      logo: null,
      type: "public",
      redirectUris: ["https://app.example.com/cb"],
      scopes: [],
    }),
  ],
  "partnerApps.rotateSecret": [
    foreign("appId", { overlapSeconds: 0 }),
    own("appId", { overlapSeconds: 0 }),
    (home, target) => ({ ...home, overlapSeconds: 0, replaces: target.secretId }),
  ],
  "passwordLinks.preview": [],
  "passwordLinks.use": [],
  "refusals.explain": [foreign("requestId"), own("requestId")],
  "refusals.latest": [org(), foreign("keyId"), own("keyId")],
  "session.list": [],
  "session.me": [],
  "session.revoke": [(_, target) => ({ sessionId: target.sessionId })],
  "session.revokeOthers": [],
  "setup.complete": [],
  "setup.state": [],
  "usage.report": [
    org({ range: "30d", groupBy: "key" }),
    (home, { keyId }) => ({ ...home, range: "30d", groupBy: "key", groups: [keyId] }),
  ],
};

/** The target's organization, and whatever else the procedure needs. */
function org(rest: object = {}): Input {
  return (_, { organizationId }) => ({ organizationId, ...rest });
}

/** Something of the target's, asked for in the caller's own organization. */
function foreign(field: keyof Ids, rest: object = {}): Input {
  return (home, target) => ({ organizationId: home.organizationId, [field]: target[field], ...rest });
}

/** Something of the target's, asked for in the target's organization. */
function own(field: keyof Ids, rest: object = {}): Input {
  return (_, target) => ({ organizationId: target.organizationId, [field]: target[field], ...rest });
}

/** For each REST route that names something, the path and body that name it. */
const requests: Readonly<Record<string, readonly ((target: Ids) => { path: string; body?: object })[]>> = {
  "GET /v1/user": [],
  "GET /api/user": [],
  "GET /v1/products": [
    ({ organizationId }) => ({ path: `/v1/products?q=${organizationId}` }),
    ({ productId }) => ({ path: `/v1/products?q=${productId}` }),
    ({ productId }) => ({ path: `/v1/products?cursor=${productId}` }),
    ({ organizationId }) => ({ path: `/v1/products?organizationId=${organizationId}` }),
  ],
  "POST /v1/products": [
    ({ organizationId }) => ({ path: "/v1/products", body: { name: "x", organizationId } }),
    ({ productId }) => ({ path: "/v1/products", body: { name: "x", id: productId } }),
  ],
  "GET /v1/products/{id}": [({ productId }) => ({ path: `/v1/products/${productId}` })],
  "PATCH /v1/products/{id}": [
    ({ productId }) => ({ path: `/v1/products/${productId}`, body: { name: "Mine now" } }),
    ({ productId }) => ({ path: `/v1/products/${productId}`, body: { price: { amount: 1 } } }),
    ({ productId }) => ({ path: `/v1/products/${productId}`, body: { sku: "A1" } }),
  ],
  "DELETE /v1/products/{id}": [({ productId }) => ({ path: `/v1/products/${productId}` })],
  "POST /v1/products/{id}/regenerate": [
    ({ productId }) => ({ path: `/v1/products/${productId}/regenerate`, body: { tone: "friendly" } }),
  ],
  "GET /v1/products/{id}/versions": [({ productId }) => ({ path: `/v1/products/${productId}/versions` })],
  "GET /v1/usage": [
    ({ organizationId }) => ({ path: `/v1/usage?organizationId=${organizationId}` }),
    ({ keyId }) => ({ path: `/v1/usage?key=${keyId}` }),
  ],
  "GET /v1/billing": [({ organizationId }) => ({ path: `/v1/billing?organizationId=${organizationId}` })],
  "GET /v1/billing/statements": [
    () => ({ path: "/v1/billing/statements" }),
    ({ organizationId }) => ({ path: `/v1/billing/statements?organizationId=${organizationId}` }),
  ],
  "GET /v1/billing/statements/{month}": [
    () => ({ path: `/v1/billing/statements/${monthOf(server.clock.now())}` }),
    ({ organizationId }) => ({ path: `/v1/billing/statements/${organizationId}` }),
  ],
  "GET /v1/keys": [
    ({ keyId }) => ({ path: `/v1/keys?search=${keyId}` }),
    ({ publicKeyId }) => ({ path: `/v1/keys?search=${publicKeyId}` }),
    ({ organizationId }) => ({ path: `/v1/keys?search=${organizationId}` }),
    ({ organizationId }) => ({ path: `/v1/keys?organizationId=${organizationId}` }),
  ],
  "POST /v1/keys": [
    ({ organizationId }) => ({ path: "/v1/keys", body: { name: "x", environment: "live", organizationId } }),
    ({ memberId }) => ({
      path: "/v1/keys",
      body: { name: "x", environment: "live", responsibleMemberId: memberId },
    }),
  ],
  "POST /v1/keys/self/revoke": [({ keyId }) => ({ path: "/v1/keys/self/revoke", body: { keyId } })],
  "GET /v1/keys/{id}": [({ keyId }) => ({ path: `/v1/keys/${keyId}` })],
  "PATCH /v1/keys/{id}": [({ keyId }) => ({ path: `/v1/keys/${keyId}`, body: { name: "Mine now" } })],
  "POST /v1/keys/{id}/rotate": [
    ({ keyId }) => ({ path: `/v1/keys/${keyId}/rotate`, body: { overlapSeconds: 0 } }),
  ],
  "POST /v1/keys/{id}/end-overlap": [({ keyId }) => ({ path: `/v1/keys/${keyId}/end-overlap`, body: {} })],
  "POST /v1/keys/{id}/revoke": [
    ({ keyId }) => ({ path: `/v1/keys/${keyId}/revoke`, body: { reason: "unused" } }),
  ],
};

function call(procedure: string, input: object, cookie: string): Promise<Reply> {
  const headers = { cookie, origin: server.origin };
  return server.send(`/trpc/${procedure}`, { method: "POST", body: input, headers });
}

/** Everything that came back, with the ids that the caller itself named replaced by their kind. */
function masked({ status, headers, text }: Reply, target: Readonly<Record<string, string>>): string {
  const { date: _, "x-request-id": id, ratelimit: __, ...rest } = headers;
  const named = Object.entries(target).reduce(
    (said, [kind, value]) => said.replaceAll(value, `<${kind}>`),
    text,
  );
  return JSON.stringify([status, rest, named.replaceAll(String(id), "<request>")]);
}

/** Everything that B has, to see that nothing of it has changed. */
async function stateOfB() {
  const { desk, catalog, audit, billing, identity } = server.services;
  const organizationId = b.id;
  return JSON.stringify([
    await desk.tenancy.findOrganization(organizationId),
    await desk.store.listKeys(organizationId, { limit: 100, now: server.clock.now() }),
    await desk.tenancy.listMembers(organizationId),
    await desk.tenancy.listInvitations(organizationId, server.clock.now()),
    await audit.list(organizationId, { limit: 100 }),
    await list(catalog, { organizationId, environment: "live" }, { limit: 100 }),
    await billing.statements.list(organizationId, { limit: 100 }),
    await listApps(server.services.desk, ownerAct(server, b)),
    await listGrants(server.services.desk, ownerAct(server, b)),
    Object.values(b.members).map(({ id }) => identity.listSessions(id)),
  ]);
}

describe("a member of another organization", () => {
  const rows = Object.entries(procedures).flatMap(([name, inputs]) =>
    inputs.map((input, index) => [name, index, input] as const),
  );
  it.each(rows)("learns and changes nothing by %s (%i)", async (name, _, input) => {
    const before = await stateOfB();
    // The installation's operator is let into what is about all organizations, and is told apart elsewhere.
    const { owner: operator, ...others } = a.members;
    const callers = name.startsWith("instance.") ? others : { operator, ...others };
    for (const member of Object.values(callers)) {
      const forB = await call(name, input(ofA, ofB), member.cookie);
      const forNobody = await call(name, input(ofA, ofNobody), member.cookie);
      expect(masked(forB, ofB)).toBe(masked(forNobody, ofNobody));
      expect(forB.status).not.toBe(500);
    }
    expect(await stateOfB()).toBe(before);
  });

  it("is asked about every procedure there is", () => {
    expect(Object.keys(procedures).toSorted()).toEqual(procedureNames);
  });
});

describe("a key of another organization", () => {
  const rows = Object.entries(requests).flatMap(([route, all]) =>
    all.map((request, index) => [route, index, request] as const),
  );
  it.each(rows)("learns and changes nothing by %s (%i)", async (route, _, request) => {
    const [method = ""] = route.split(" ");
    const before = await stateOfB();
    const send = (target: Ids) => {
      const { path, body } = request(target);
      return server.send(path, {
        method,
        body,
        token: tokenOfA,
        headers: { "x-organization-id": ofB.organizationId },
      });
    };
    const [forB, forNobody] = [await send(ofB), await send(ofNobody)];
    expect(masked(forB, ofB)).toBe(masked(forNobody, ofNobody));
    expect(forB.text).not.toMatch(new RegExp(`(Key|Product) of ${ofB.organizationId}`));
    expect(forB.status).not.toBe(500);
    expect(await stateOfB()).toBe(before);
  });

  it("is asked about every route there is", () => {
    const all = routes.map(({ method, path }) => `${method} ${path}`);
    expect(all.toSorted()).toEqual(Object.keys(requests).toSorted());
  });
});

describe("a service that organization B is not covered for", () => {
  const bodies: Readonly<Record<string, (token: string) => object>> = {
    "/v1/verify": (token) => ({ token, scopes: ["keys:read"], address: "192.0.2.1", route: "/orders" }),
    "/v1/verify/batch": (token) => ({ requests: [{ token }, { token, cost: 1_000 }] }),
  };

  it.each(Object.entries(bodies))("learns and changes nothing by POST %s", async (path, body) => {
    const { token: service } = await aServiceToken(server, { organizations: [a.id] });
    const { token: ofB } = await aKey(server, b);
    const stranger = await aServer();
    const { token: ofNobody } = await aKey(stranger, await anOrganization(stranger));
    const used = () => server.services.usage.countKeysUsed(b.id, 0);
    const before = [await stateOfB(), await used()];
    const send = (token: string) => server.send(path, { method: "POST", token: service, body: body(token) });
    const [forB, forNobody] = [await send(ofB), await send(ofNobody)];
    expect(forB.status).toBe(200);
    expect(masked(forB, {})).toBe(masked(forNobody, {}));
    expect([await stateOfB(), await used()]).toEqual(before);
  });

  it("is asked about every route for services there is", () => {
    expect(serviceRoutes.map(({ path }) => path).toSorted()).toEqual(Object.keys(bodies).toSorted());
  });
});

it("lets both organizations have the same names and the same invited address", async () => {
  const name = "The same in both";
  for (const { id, members } of [a, b]) {
    const { cookie } = members.owner;
    const issued = await call(
      "keys.issue",
      { organizationId: id, key: { name, environment: "live" } },
      cookie,
    );
    expect(issued.status).toBe(200);
    const invitation = { organizationId: id, email: "both@example.com", role: "viewer" };
    expect((await call("invitations.create", invitation, cookie)).status).toBe(200);
  }
});
