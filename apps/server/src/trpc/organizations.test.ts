import { describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

const day = 24 * 60 * 60 * 1_000;

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const { cookie } = organization.members.owner;
  const call = (name: string, rest: object = {}) =>
    server.send(`/trpc/${name}`, {
      method: "POST",
      body: { organizationId: organization.id, ...rest },
      headers: { cookie },
    });
  const later = (days: number) => new Date(server.clock.now() + days * day).toISOString();
  return { server, organization, call, later };
}

describe("turning the API off", () => {
  it("refuses every key of the organization at once, and no other's", async () => {
    const { server, organization, call } = await open();
    const other = await anOrganization(server);
    const live = await aKey(server, organization);
    const test = await aKey(server, organization, { environment: "test" });
    const theirs = await aKey(server, other);
    expect((await server.send("/v1/user", { token: live.token })).status).toBe(200);
    server.clock.advance(day / 2);
    expect((await call("organizations.keysUsed")).body.result.data).toEqual({ count: 1 });
    const { body } = await call("organizations.changeApiAccess", { apiAccess: false });
    expect(body.result.data).toMatchObject({ apiAccess: false });
    for (const { token } of [live, test]) {
      const refused = await server.send("/v1/user", { token });
      expect([refused.status, refused.body.code]).toEqual([403, "api_access_disabled"]);
    }
    expect((await server.send("/v1/user", { token: theirs.token })).status).toBe(200);
    await call("organizations.changeApiAccess", { apiAccess: true });
    expect((await server.send("/v1/user", { token: test.token })).status).toBe(200);
    server.clock.advance(day + 1);
    expect((await call("organizations.keysUsed")).body.result.data).toEqual({ count: 0 });
  });
});

describe("the rules for keys", () => {
  it("are kept by the dashboard and by the API, each of which names the maximum", async () => {
    const { server, organization, call, later } = await open();
    const { key, token } = await aKey(server, organization);
    const keyRules = { maximumLifetimeDays: 90, defaultAddresses: ["127.0.0.1", "203.0.113.9/24"] };
    const saved = await call("organizations.editKeyRules", { keyRules });
    expect(saved.body.result.data.keyRules).toEqual({
      maximumLifetimeDays: 90,
      expiryRequired: false,
      defaultAddresses: ["127.0.0.1/32", "203.0.113.0/24"],
    });

    const request = { name: "Too long", environment: "live", expiresAt: later(91) };
    const tooLong = "Keys of Acme expire after 90 days at most. Choose an earlier time.";
    const byPerson = await call("keys.issue", { key: request });
    expect(byPerson.body.error).toMatchObject({ message: tooLong, data: { reason: "expiry_not_allowed" } });
    const byKey = await server.send("/v1/keys", { method: "POST", token, body: request });
    expect([byKey.status, byKey.body.code, byKey.body.detail]).toEqual([422, "expiry_not_allowed", tooLong]);
    const endless = await call("keys.issue", { key: { ...request, expiresAt: null } });
    expect(endless.body.error.message).toBe("Keys of Acme need an expiry, at most 90 days ahead.");
    const edited = await call("keys.edit", { keyId: key.id, patch: { expiresAt: later(91) } });
    expect(edited.body.error.data.reason).toBe("expiry_not_allowed");

    const within = { ...request, expiresAt: later(90) };
    const issued = await server.send("/v1/keys", { method: "POST", token, body: within });
    expect(issued.body.key.addresses).toEqual(["127.0.0.1/32", "203.0.113.0/24"]);
    const anywhere = { ...within, name: "From anywhere", addresses: [] };
    expect((await call("keys.issue", { key: anywhere })).body.result.data.key.addresses).toEqual([]);
    expect((await server.send("/v1/user", { token })).status).toBe(200);
  });

  it.each([
    { maximumLifetimeDays: 0 },
    { maximumLifetimeDays: 3_651 },
    { maximumLifetimeDays: 1.5 },
    { expiryRequired: "yes" },
    { defaultAddresses: ["nowhere"] },
    { defaultAddresses: Array.from({ length: 51 }, (_, i) => `10.0.0.${i}`) },
    { secret: true },
  ])("are refused where they make no sense: %j", async (keyRules) => {
    const { call } = await open();
    expect((await call("organizations.editKeyRules", { keyRules })).status).toBe(400);
  });
});
