import { installation, verifyServiceToken } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { anOrganization, aUser } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const operator = await aUser(server, { operator: true });
  const call = (name: string, body: object = {}) =>
    server.send(`/trpc/instance.${name}`, { method: "POST", body, headers: { cookie: operator.cookie } });
  const done = async (name: string, body: object = {}) => (await call(name, body)).body.result.data;
  const issue = (body: object = {}) =>
    done("serviceTokens.issue", { name: "Gateway", organizations: null, expiresAt: null, ...body });
  const judge = (token: string) => {
    const { desk, clock } = server.services;
    return verifyServiceToken(desk.serviceTokens, token, { brand: "kat", now: clock.now() });
  };
  return { server, organization, operator, call, done, issue, judge };
}

describe("the operator's service tokens", () => {
  it("are listed with the time and address of the last question that each secret was accepted for", async () => {
    const { server, done, issue } = await open();
    const ask = (token: string, path = "/v1/verify") =>
      server.send(path, { method: "POST", token, body: { token: "kat_live_none" } });
    const lastUses = async () => {
      const { items } = await done("serviceTokens.list", { inUse: false });
      const [{ lastUse, secrets }] = items;
      const all: readonly { readonly lastUse: { readonly at: string } | null }[] = [{ lastUse }, ...secrets];
      return all.map((one) => one.lastUse && Date.parse(one.lastUse.at) - started);
    };
    const started = server.services.clock.now();
    const first = await issue();
    const { id } = first.serviceToken;
    expect(await lastUses()).toEqual([null, null]);

    server.clock.advance(1_000);
    await ask(first.token);
    expect(await lastUses()).toEqual([1_000, 1_000]);
    const { items } = await done("serviceTokens.list");
    expect(items[0].lastUse.address).toMatch(/127\.0\.0\.1$/);

    server.clock.advance(1_000);
    const second = await done("serviceTokens.rotate", { id, overlapSeconds: 3_600 });
    expect(await lastUses()).toEqual([1_000, null, 1_000]);
    await ask(second.token, "/v1/verify/batch");
    expect(await lastUses()).toEqual([2_000, 2_000, 1_000]);

    server.clock.advance(1_000);
    await done("serviceTokens.endOverlap", { id });
    expect((await ask(first.token)).status).toBe(401);
    await done("serviceTokens.revoke", { id });
    expect((await ask(second.token)).status).toBe(401);
    expect(await lastUses()).toEqual([2_000, 2_000, 1_000]);
  });

  it("are issued with the token in that one answer, and listed without it", async () => {
    const { organization, done, issue, judge } = await open();
    const { serviceToken, token } = await issue({ organizations: [organization.id] });
    expect(await judge(token)).toMatchObject({ valid: true, record: { organizations: [organization.id] } });
    const { items, nextCursor } = await done("serviceTokens.list");
    expect(items).toMatchObject([serviceToken]);
    expect(nextCursor).toBeNull();
    expect(serviceToken).toMatchObject({
      name: "Gateway",
      scope: "verify",
      status: "active",
      organizations: [{ id: organization.id, name: "Acme" }],
      expiresAt: null,
      secrets: [{ maskedToken: `kat_svc_…${token.slice(-4)}`, state: "current" }],
    });
    expect(JSON.stringify(items)).not.toContain(token.slice(26, 60));
  });

  it("are rotated with an overlap that can be ended, and revoked at once", async () => {
    const { done, issue, judge } = await open();
    const first = await issue();
    const { id } = first.serviceToken;
    const { publicKeyId: replaces } = first.serviceToken.secrets[0];
    const second = await done("serviceTokens.rotate", { id, overlapSeconds: 3_600, replaces });
    expect(second.serviceToken).toMatchObject({ status: "rotating" });
    expect(await judge(first.token)).toMatchObject({ valid: true });
    const ended = await done("serviceTokens.endOverlap", { id });
    expect(ended.secrets.map(({ state }: { state: string }) => state)).toEqual(["current", "retired"]);
    expect(await judge(first.token)).toMatchObject({ reason: "retired" });
    expect(await judge(second.token)).toMatchObject({ valid: true });
    expect(await done("serviceTokens.revoke", { id })).toMatchObject({ status: "revoked" });
    expect(await judge(second.token)).toMatchObject({ reason: "revoked" });
  });

  it.each([
    ["for an organization that is not there", { organizations: ["org_nobody"] }, 404],
    ["for no organization", { organizations: [] }, 400],
    ["with an expiry in the past", { expiresAt: "2020-01-01T00:00:00Z" }, 400],
    ["named like a token", { name: `kat_svc_${"a".repeat(16)}.${"b".repeat(49)}` }, 400],
    ["without a name", { name: " " }, 400],
  ])("are not issued %s", async (_, wrong, status) => {
    const { server, call, done } = await open();
    const body = { name: "Gateway", organizations: null, expiresAt: null, ...wrong };
    expect((await call("serviceTokens.issue", body)).status).toBe(status);
    expect((await done("serviceTokens.list")).items).toEqual([]);
    expect(await server.services.audit.verify(installation)).toMatchObject({ entries: 0 });
  });
});

describe("the installation's log", () => {
  it("names the operator, and is checked from end to end, part by part", async () => {
    const { operator, done, issue, server } = await open();
    const { serviceToken, token } = await issue();
    await done("serviceTokens.revoke", { id: serviceToken.id });
    const { items } = await done("log.list");
    expect(items).toMatchObject([
      { seq: 2, action: "service_token.revoked", object: { id: serviceToken.id, label: "Gateway" } },
      { seq: 1, action: "service_token.issued", actor: { type: "operator", label: operator.email } },
    ]);
    expect(items[0]).not.toHaveProperty("organizationId");
    const newest = await done("log.list", { limit: 1 });
    expect((await done("log.list", { limit: 1, cursor: newest.nextCursor })).items).toEqual([items[1]]);
    const chain = await done("log.verify");
    expect(chain).toMatchObject({ intact: true, entries: 2, length: 2 });
    const cursor = { seq: chain.entries, hash: chain.head };
    expect(await done("log.verify", { cursor })).toEqual(chain);
    expect(`${JSON.stringify(items)}${server.logs()}`).not.toContain(token.slice(26, 60));
  });
});
