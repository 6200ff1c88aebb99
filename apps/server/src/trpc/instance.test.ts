import { describe, expect, it } from "vitest";
import { aKey, anOrganization, aUser, type TestOrganization } from "../../testing/people.ts";
import { aServer, type TestServer } from "../../testing/server.ts";

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server, { plan: "standard" });
  const operator = await aUser(server, { operator: true });
  const call = (name: string, input: object = {}, cookie = operator.cookie) =>
    server.send(`/trpc/instance.${name}`, { method: "POST", body: input, headers: { cookie } });
  const about = (name: string, rest: object = {}) => call(name, { organizationId: organization.id, ...rest });
  return { server, organization, operator, call, about };
}

const dataOf = ({ body }: Awaited<ReturnType<TestServer["send"]>>) => body.result.data;

async function audited(server: TestServer, { id }: TestOrganization) {
  const { items } = await server.services.audit.list(id, { limit: 20 });
  return items.map(({ action, actor }) => `${actor.type} ${action}`);
}

describe("an operator who is no member", () => {
  it("sees how much of each organization there is, and nothing of what its keys are", async () => {
    const { server, organization, call, about } = await open();
    const { key, token } = await aKey(server, organization, { name: "Warehouse", note: "a note" });
    await aKey(server, organization, { environment: "test" });
    await server.send("/v1/user", { token });
    const { items, nextCursor } = dataOf(await call("organizations", { search: "acme" }));
    expect(nextCursor).toBeNull();
    const seen = {
      id: organization.id,
      plan: "standard",
      keysInUse: 2,
      requestsThisMonth: 1,
      suspension: null,
    };
    expect(items).toMatchObject([seen]);
    const reply = await about("organization");
    expect(dataOf(reply)).toMatchObject({ ...seen, ownRequestsPerMinute: null, planRequestsPerMinute: 100 });
    const { publicKeyId, hint } = key.secrets[0];
    for (const secret of ["Warehouse", "a note", key.id, publicKeyId, hint]) {
      expect(reply.text).not.toContain(secret);
    }
  });

  it("pages through the organizations of the installation", async () => {
    const { server, organization, call } = await open();
    const other = await anOrganization(server);
    const byId = [organization.id, other.id].toSorted();
    const first = dataOf(await call("organizations", { limit: 1 }));
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(byId.slice(0, 1));
    const second = dataOf(await call("organizations", { limit: 1, cursor: first.nextCursor }));
    expect(second.items.map(({ id }: { id: string }) => id)).toEqual(byId.slice(1));
  });

  it("reads no keys, members, audit log or settings", async () => {
    const { server, organization, operator } = await open();
    const { key } = await aKey(server, organization);
    const headers = { cookie: operator.cookie };
    for (const name of [
      "keys.list",
      "keys.get",
      "keys.history",
      "members.list",
      "audit.list",
      "organizations.get",
    ]) {
      const body = { organizationId: organization.id, keyId: key.id };
      expect((await server.send(`/trpc/${name}`, { method: "POST", body, headers })).status).toBe(404);
    }
  });

  it("changes plan, limit and access, which the members find in their log", async () => {
    const { server, organization, about } = await open();
    const { token } = await aKey(server, organization);
    expect(dataOf(await about("changePlan", { plan: "enterprise" }))).toMatchObject({ keyLimit: null });
    expect((await server.send("/v1/user", { token })).headers["ratelimit-policy"]).toContain("6000");
    await about("changeRequestLimit", { requestsPerMinute: 250 });
    expect((await server.send("/v1/user", { token })).headers["ratelimit-policy"]).toContain("250");
    await about("changeRequestLimit", { requestsPerMinute: null });
    await about("changeApiAccess", { apiAccess: false });
    expect((await server.send("/v1/user", { token })).body.code).toBe("api_access_disabled");
    expect(await audited(server, organization)).toEqual(
      expect.arrayContaining([
        "operator organization.plan_changed",
        "operator organization.limit_changed",
        "operator organization.api_access_changed",
      ]),
    );
    for (const requestsPerMinute of [0, -1, 1.5, 1_000_001, "7"]) {
      expect((await about("changeRequestLimit", { requestsPerMinute })).status).toBe(400);
    }
  });

  it("suspends with a reason that the members see: from the answer on no request is admitted", async () => {
    const { server, organization, about } = await open();
    await about("changeRequestLimit", { requestsPerMinute: 1_000_000 });
    const { token } = await aKey(server, organization);
    let suspended = false;
    let stopped = false;
    const asked: { late: boolean; status: number; code: string | undefined }[] = [];
    const asking = Array.from({ length: 8 }, async () => {
      while (!stopped) {
        const late = suspended;
        const { status, body } = await server.send("/v1/user", { token });
        asked.push({ late, status, code: body.code });
      }
    });
    while (asked.length < 50) await new Promise((resolve) => setImmediate(resolve));
    expect((await about("suspend", { reason: "Unpaid since May" })).status).toBe(200);
    suspended = true;
    while (asked.filter(({ late }) => late).length < 100)
      await new Promise((resolve) => setImmediate(resolve));
    stopped = true;
    await Promise.all(asking);
    expect(asked.some(({ status }) => status === 200)).toBe(true);
    const late = asked.filter((one) => one.late);
    expect(new Set(late.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(["403 organization_suspended"]),
    );

    const body = { organizationId: organization.id };
    const headers = { cookie: organization.members.viewer.cookie };
    const shown = await server.send("/trpc/organizations.get", { method: "POST", body, headers });
    expect(dataOf(shown).suspension).toMatchObject({ reason: "Unpaid since May" });
    await about("resume");
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it("needs a reason to suspend, and an organization that there is", async () => {
    const { about, call } = await open();
    expect((await about("suspend", { reason: " " })).status).toBe(400);
    expect((await call("suspend", { organizationId: "org_none", reason: "x" })).status).toBe(404);
    expect((await call("organization", { organizationId: "org_none" })).status).toBe(404);
  });

  it("sees how the installation is", async () => {
    const { server, organization, call } = await open();
    const { token } = await aKey(server, organization);
    await server.send("/v1/user", { token });
    server.clock.advance(90_000);
    const health = dataOf(await call("health"));
    expect(health).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      uptimeSeconds: 90,
      sqliteVersion: expect.stringMatching(/^3\.\d+\.\d+$/),
      freeBytes: null,
      usage: { writable: true },
    });
    expect([0, 1]).toContain(health.usage.unfiled);
    const owners = health.migrations.map(({ name }: { name: string }) => name.split("/")[0]);
    expect(owners).toEqual(["catalog", "identity", "keys", "oauth", "usage"]);
  });
});

it("an admin of an organization is no operator", async () => {
  const { organization, call } = await open();
  const { cookie } = organization.members.admin;
  expect((await call("organizations", {}, cookie)).status).toBe(403);
  expect((await call("organization", { organizationId: organization.id }, cookie)).status).toBe(403);
});
