import { describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const { cookie } = organization.members.owner;
  const ask = async (procedure: string, input: object) => {
    const body = { organizationId: organization.id, ...input };
    const reply = await server.send(`/trpc/keyTraffic.${procedure}`, {
      method: "POST",
      headers: { cookie },
      body,
    });
    return reply.body.result?.data ?? reply.body.error.data;
  };
  return { server, organization, ask };
}

describe("what a key is used for", () => {
  it("is what it was counted for, by route and by status, with its clients and the scopes that it needed", async () => {
    const { server, organization, ask } = await open();
    const { key, token } = await aKey(server, organization, { scopes: ["products:read", "billing:read"] });
    const headers = { "user-agent": "orders/1.2", "x-forwarded-for": "203.0.113.9" };
    for (const path of ["/v1/products", "/v1/products?limit=1", "/v1/keys", "/v1/user"]) {
      await server.send(path, { token, headers });
    }
    const { id: keyId } = key;
    const usage = await ask("usage", { keyId, range: "24h", groupBy: "route" });
    expect(usage).toMatchObject({
      granularity: "hour",
      environment: "live",
      total: { served: 3, refused: 1, failed: 0 },
      groups: [
        { group: "GET /v1/products", served: 2 },
        { group: "GET /v1/keys", refused: 1 },
        { served: 1 },
      ],
    });
    const byStatus = await ask("usage", { keyId, range: "90d", groupBy: "status" });
    expect(byStatus.groups).toMatchObject([
      { group: "2xx", served: 3 },
      { group: "4xx", refused: 1 },
    ]);
    expect(Date.parse(byStatus.to) - Date.parse(byStatus.from)).toBe(90 * 86_400_000);
    expect((await ask("clients", { keyId })).clients).toMatchObject([
      { address: "203.0.113.9", userAgent: "orders/1.2", requests: 4, refused: 1 },
    ]);
    const today = `${new Date(server.clock.now()).toISOString().slice(0, 10)}T00:00:00.000Z`;
    expect(await ask("scopes", { keyId })).toEqual({
      since: new Date(key.createdAt).toISOString(),
      requests: 4,
      scopes: [
        { scope: "products:read", requests: 2, lastAt: today },
        { scope: "billing:read", requests: 0, lastAt: null },
      ],
    });
  });
});

describe("what a change of a key would have refused", () => {
  it("is what the routes need and the new scopes do not cover, as admission then refuses it", async () => {
    const { server, organization, ask } = await open();
    const { key, token } = await aKey(server, organization);
    for (const path of ["/v1/products", "/v1/usage", "/v1/usage"]) await server.send(path, { token });
    const { id: keyId } = key;
    const preview = await ask("previewEdit", { keyId, patch: { scopes: ["products:read"] } });
    expect(preview).toMatchObject({
      requests: 3,
      effects: [
        {
          by: "scopes",
          requests: 2,
          routes: { shown: [{ route: "GET /v1/usage", requests: 2 }], more: 0 },
          clients: null,
        },
      ],
    });
    const revocation = await ask("previewRevocation", { keyId });
    expect(revocation.effects).toMatchObject([
      { by: "revocation", requests: 3, clients: { shown: [{ requests: 3 }], more: 0 } },
    ]);
  });

  it("names the first ten of many clients, and says how many there are besides", async () => {
    const { server, organization, ask } = await open();
    const { key, token } = await aKey(server, organization);
    for (let i = 1; i <= 12; i += 1) {
      await server.send("/v1/user", { token, headers: { "x-forwarded-for": `203.0.113.${i}` } });
    }
    const patch = { addresses: ["198.51.100.0/24"] };
    const { effects } = await ask("previewEdit", { keyId: key.id, patch });
    expect(effects).toMatchObject([{ by: "addresses", requests: 12, routes: null, clients: { more: 2 } }]);
    expect(effects[0].clients.shown).toHaveLength(10);
  });

  it("is refused where there is nothing to preview", async () => {
    const { server, organization, ask } = await open();
    const { key } = await aKey(server, organization);
    expect(await ask("previewOverlapEnd", { keyId: key.id })).toMatchObject({
      reason: "overlap_not_running",
    });
    const patch = { addresses: ["somewhere"] };
    expect(await ask("previewEdit", { keyId: key.id, patch })).toMatchObject({ reason: "addresses_invalid" });
  });
});
