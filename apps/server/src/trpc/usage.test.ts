import { revoke } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { anAppToken } from "../../testing/app-token.ts";
import { aKey, anOrganization, ownerAct } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

const hour = 3_600_000;

async function aCountedServer() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const report = (input: object, cookie = organization.members.viewer.cookie) =>
    server.send("/trpc/usage.report", {
      method: "POST",
      headers: { cookie },
      body: { organizationId: organization.id, ...input },
    });
  const dataOf = async (input: object) => (await report(input)).body.result.data;
  const used = async (times: number, options: Parameters<typeof aKey>[2] = {}) => {
    const { key, token } = await aKey(server, organization, options);
    for (let i = 0; i < times; i += 1) await server.send("/v1/user", { token });
    return { key, token };
  };
  return { server, organization, report, dataOf, used };
}

describe("usage.report", () => {
  it("tells what every key was used for, by its name, and that it was revoked since", async () => {
    const { server, organization, dataOf, used } = await aCountedServer();
    const busy = await used(3, { name: "Zapier" });
    const revoked = await used(1, { name: "Old job" });
    const act = ownerAct(server, organization);
    await revoke(server.services.desk, act, { keyId: revoked.key.id, reason: "unused", text: null });

    const { groups, total, moreGroups, granularity } = await dataOf({ range: "24h", groupBy: "key" });
    expect(groups).toMatchObject([
      { group: busy.key.id, key: { name: "Zapier", status: "active" }, served: 3, buckets: [{ served: 3 }] },
      { group: revoked.key.id, key: { name: "Old job", status: "revoked" }, served: 1 },
    ]);
    expect({ total, moreGroups, granularity }).toEqual({
      total: { served: 4, refused: 0, failed: 0 },
      moreGroups: 0,
      granularity: "hour",
    });
  });

  it("tells what apps did, by their names", async () => {
    const { server, organization, dataOf } = await aCountedServer();
    const { token, grantId } = await anAppToken(server, organization);
    for (let i = 0; i < 2; i += 1) await server.send("/v1/user", { token });
    const { groups } = await dataOf({ range: "24h", groupBy: "key" });
    const app = { grantId, name: "Stockroom", isEnded: false };
    expect(groups).toMatchObject([{ group: grantId, key: null, app, served: 2 }]);
  });

  it("tells environments apart when asked to", async () => {
    const { dataOf, used } = await aCountedServer();
    await used(2);
    await used(1, { environment: "test" });
    const served = async (input: object) => (await dataOf({ range: "7d", ...input })).total.served;
    expect(await served({})).toBe(3);
    expect(await served({ environment: "live" })).toBe(2);
    expect(await served({ environment: "test" })).toBe(1);
  });

  it.each([
    ["24h", "hour", 24],
    ["7d", "day", 7],
    ["30d", "day", 30],
    ["12mo", "month", 12],
  ] as const)("cuts %s into %ss, the running one last", async (range, granularity, count) => {
    const { server, dataOf } = await aCountedServer();
    const { from, to, ...report } = await dataOf({ range });
    expect(report.granularity).toBe(granularity);
    expect(Date.parse(to)).toBeGreaterThan(server.clock.now());
    const length = { hour, day: 24 * hour, month: (365 * 24 * hour) / 12 }[granularity];
    expect(Math.round((Date.parse(to) - Date.parse(from)) / length)).toBe(count);
  });

  it("reads any range, and refuses one that is none", async () => {
    const { dataOf, report } = await aCountedServer();
    const range = { from: "2026-11-01T00:00:00Z", to: "2026-11-08T00:00:00Z", granularity: "day" };
    expect(await dataOf({ range })).toMatchObject({ from: "2026-11-01T00:00:00.000Z", buckets: [] });
    const backwards = await report({ range: { ...range, from: "2027-01-01T00:00:00Z" } });
    expect(backwards.body.error.data).toMatchObject({ httpStatus: 400, reason: "usage_range_invalid" });
    for (const range of ["1y", null, { from: "yesterday" }, { from: "2026-11-01", to: "x" }]) {
      expect((await report({ range })).status).toBe(400);
    }
  });
});
