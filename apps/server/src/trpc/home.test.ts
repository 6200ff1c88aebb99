import { describe, expect, it } from "vitest";
import { rotate } from "@katkey/keys";
import { aKey, anOrganization, ownerAct } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

const dayMs = 86_400_000;

async function setUp() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const asked = async (procedure: "needs" | "peak", by: keyof typeof organization.members = "owner") => {
    const { cookie } = organization.members[by];
    const body = { organizationId: organization.id };
    const reply = await server.send(`/trpc/home.${procedure}`, { method: "POST", headers: { cookie }, body });
    return reply.body.result.data;
  };
  return { server, organization, asked, now: server.clock.now() };
}

describe("home.needs", () => {
  it("tells each member what they can settle, with the keys as they are shown everywhere", async () => {
    const { server, organization, asked, now } = await setUp();
    const expiresAt = now + 3 * dayMs;
    const { key } = await aKey(server, organization, { name: "Soon over", expiresAt });
    const { key: own } = await aKey(server, organization, { by: "member", expiresAt: expiresAt + 1 });

    const [need, ...others] = await asked("needs");
    expect(others).toEqual([]);
    expect(need).toMatchObject({
      reason: "expiring",
      count: 2,
      keys: [{ id: key.id, name: "Soon over", expiresAt: new Date(expiresAt).toISOString() }, { id: own.id }],
    });
    expect(await asked("needs", "member")).toMatchObject([{ count: 1, keys: [{ id: own.id }] }]);
    expect(await asked("needs", "viewer")).toEqual([]);
  });

  it("counts all, and names five", async () => {
    const { server, organization, asked, now } = await setUp();
    for (let i = 0; i < 7; i += 1) await aKey(server, organization, { expiresAt: now + dayMs + i });
    const [need] = await asked("needs");
    expect(need.count).toBe(7);
    expect(need.keys).toHaveLength(5);
  });

  it("says of an overlap what the key's own page says", async () => {
    const { server, organization, asked } = await setUp();
    const { key } = await aKey(server, organization);
    const act = ownerAct(server, organization);
    await rotate(server.services.desk, act, { keyId: key.id, overlapSeconds: 3_600 });
    const [need] = await asked("needs");
    expect(need).toMatchObject({ reason: "safe_to_end", keys: [{ rotationVerdict: "never_used" }] });
    const { cookie } = organization.members.viewer;
    const body = { organizationId: organization.id, keyId: key.id };
    const shown = await server.send("/trpc/keys.get", { method: "POST", headers: { cookie }, body });
    expect(shown.body.result.data).toEqual(need.keys[0]);
  });
});

describe("home.peak", () => {
  it("tells when the limit was used most, to every member", async () => {
    const { server, organization, asked } = await setUp();
    expect(await asked("peak")).toBeNull();
    const { token } = await aKey(server, organization);
    for (let i = 0; i < 3; i += 1) await server.send("/v1/user", { token });
    expect(await asked("peak", "viewer")).toEqual({
      at: new Date(server.clock.now()).toISOString(),
      requests: 3,
      limit: 6_000,
    });
  });
});
