import { list as listProducts } from "@katkey/catalog";
import {
  exposureOf,
  installation as itself,
  isRetired,
  listApps,
  listGrants,
  listServiceTokens,
  serviceTokenStatusOf,
  statusOf,
  verifyUsage,
  type ApiKey,
  type LastUse,
} from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChance } from "./chance.ts";
import { openInstallation, type Installation } from "./installation.ts";
import { seedInstallation } from "./seed.ts";
import { actOf, type Stage } from "./stage.ts";
import { stories } from "./stories.ts";
import { kestrel } from "./story/kestrel/organization.ts";
import { dayMs, hourMs } from "./when.ts";

/** A Saturday in November 2026. */
const now = Date.UTC(2026, 10, 21, 12, 34, 56);
const inMemory = { database: ":memory:", usage: ":memory:" };

function open(at: number): Installation {
  const chance = createChance(7);
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256));
  return openInstallation({ files: inMemory, now: at, random, brand: "kat" });
}

async function keysOf({ desk }: Installation, { organizationId }: Stage, at = now) {
  return (await desk.store.listKeys(organizationId, { limit: 100, now: at })).items;
}

describe("the demo", { timeout: 120_000 }, () => {
  let installation: Installation;
  let stages: readonly Stage[];
  let keys: readonly ApiKey[];
  let lastUses: ReadonlyMap<string, LastUse>;

  beforeAll(async () => {
    installation = open(now);
    stages = await seedInstallation(installation, { now, seed: 1, stories });
    keys = (await Promise.all(stages.map((stage) => keysOf(installation, stage)))).flat();
    const ids = keys.flatMap(({ secrets }) => secrets.map(({ publicKeyId }) => publicKeyId));
    const found = await Promise.all(
      stages.map(({ organizationId }) => installation.billing.usage.lastUses(organizationId, ids)),
    );
    lastUses = new Map(found.flatMap((uses) => [...uses]));
  }, 240_000);

  afterAll(() => installation.close());

  const keyCalled = (name: string) => keys.find((key) => key.name === name) as ApiKey;
  const useOf = (secret: { readonly publicKeyId: string } | undefined) =>
    lastUses.get(secret?.publicKeyId ?? "");
  const usesOf = ({ secrets }: ApiKey) => secrets.flatMap((secret) => useOf(secret) ?? []);
  const inUse = () => keys.filter((key) => ["active", "rotating"].includes(statusOf(key, now)));

  it("has service tokens in different states, and the installation's own log of them", async () => {
    const { items } = await listServiceTokens(installation.desk, { limit: 10, now });
    expect(items.map((token) => [token.name, serviceTokenStatusOf(token, now)])).toEqual([
      ["Partner checkout", "active"],
      ["API gateway in Frankfurt", "rotating"],
      ["Staging proxy", "revoked"],
    ]);
    expect(items[0]?.organizations).toHaveLength(1);
    const secrets = items.flatMap((token) => token.secrets.map(({ publicKeyId }) => publicKeyId));
    expect((await installation.serviceUses.lastUses(secrets)).size).toBe(4);
    expect(await installation.audit.verify(itself)).toMatchObject({ intact: true, entries: 5 });
  });

  it("has an app that others connected, one that waits for the operator, and what ended a grant", async () => {
    const acts = stages.map((stage) => actOf(stage, "freja", now));
    const [nordlys, kestrel] = [acts[0] as (typeof acts)[0], acts[1] as (typeof acts)[0]];
    expect(await listApps(installation.desk, kestrel)).toMatchObject([
      { name: "Kestrel Stock Sync", approval: "approved", secrets: [{ retiresAt: null }, {}] },
    ]);
    expect(await listApps(installation.desk, nordlys)).toMatchObject([
      { name: "Nordlys Showroom", approval: "requested", secrets: [] },
    ]);
    const grants = await listGrants(installation.desk, nordlys);
    expect(grants.map(({ app, role, grant }) => [app.name, role, grant.endedBy])).toEqual([
      ["Nordlys Showroom", "owner", null],
      ["Kestrel Stock Sync", "admin", null],
      ["Kestrel Stock Sync", "member", null],
      ["Nordlys Showroom", "owner", "reused"],
    ]);
  });

  it("has noted windows that were full where the limit refused requests, and why each request was refused", async () => {
    const since = now - 30 * dayMs;
    const peaks = await Promise.all(
      stages.map(({ organizationId }) => installation.traffic.peak(organizationId, { since })),
    );
    for (const peak of peaks) expect(peak?.requests).toBe(peak?.limit);
    const [refusal] = await installation.traffic.refusals(stages[0]?.organizationId ?? "org_none", {
      limit: 1,
      now,
    });
    expect(refusal?.detail).toMatch(/\.$/);
  });

  it("has two organizations and sixty keys, in every state", () => {
    expect(stages.map(({ story }) => story.name)).toEqual(["Nordlys Møbler", "Kestrel Outdoor"]);
    const byStatus = Map.groupBy(keys, (key) => statusOf(key, now));
    expect([...byStatus].map(([status, { length }]) => [status, length]).toSorted()).toEqual([
      ["active", 45],
      ["expired", 4],
      ["revoked", 9],
      ["rotating", 2],
    ]);
    expect(new Set(keys.flatMap(({ revocation }) => revocation?.reason ?? []))).toEqual(
      new Set(["unused", "superseded", "compromised", "member_left", "other"]),
    );
    expect(inUse().filter((key) => exposureOf(key, now) !== null)).toHaveLength(1);
    expect(
      inUse().filter(({ expiresAt }) => expiresAt !== null && expiresAt < now + 14 * dayMs),
    ).toHaveLength(4);
    expect(inUse().filter((key) => usesOf(key).length === 0).length).toBeGreaterThan(3);
  });

  it("has one rotation that is safe to end, and one that is not", () => {
    const [current, old] = keyCalled("Warehouse sync Odense").secrets;
    expect(old && isRetired(old, now)).toBe(false);
    expect(useOf(old)).toMatchObject({ requestsRetiring: expect.any(Number) });
    expect(now - (useOf(old)?.at ?? 0)).toBeGreaterThan(30 * hourMs);
    expect(now - (useOf(old)?.at ?? 0)).toBeLessThan(31 * hourMs);
    expect(now - (useOf(current)?.at ?? 0)).toBeLessThan(hourMs);

    const [, slow] = keyCalled("Marketplace feed").secrets;
    expect(now - (useOf(slow)?.at ?? 0)).toBeLessThan(hourMs);
    expect(useOf(slow)?.requestsRetiring).toBeGreaterThan(0);
  });

  it("counts no use before its secret was there, after it ended, or in the future", () => {
    for (const key of keys) {
      for (const secret of key.secrets) {
        const at = useOf(secret)?.at;
        if (at === undefined) continue;
        expect(at).toBeGreaterThan(secret.createdAt);
        expect(at).toBeLessThan(now);
        const { revocation, expiresAt } = key;
        expect(at).toBeLessThan(Math.min(revocation?.at ?? now, expiresAt ?? now, secret.retiredAt ?? now));
      }
    }
  });

  it("has a chain of audit entries that is whole, and in the order of time", async () => {
    for (const { organizationId } of stages) {
      const chain = await installation.audit.verify(organizationId);
      expect(chain).toMatchObject({ intact: true });
      const { items } = await installation.audit.list(organizationId, { limit: 1_000 });
      const times = items.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    }
  });

  it("has sums that agree with what was counted and billed, and a statement for each closed month", async () => {
    const verified = await verifyUsage(installation.billing);
    expect(verified).toMatchObject({ organizations: 2, statements: 7, sums: [], bills: [] });
    expect(verified.requests).toBeGreaterThan(1_000_000);
    const [large] = stages;
    const { items } = await installation.billing.statements.list(large?.organizationId ?? "org_", {
      limit: 10,
    });
    expect(items.map(({ month }) => month)).toEqual(["2026-10", "2026-09", "2026-08", "2026-07"]);
    expect(items[0]?.requestsBeyond).toBeGreaterThan(0);
  });

  it("has requests on each of ninety days, more by day than by night, and refusals and failures among them", async () => {
    for (const { organizationId } of stages) {
      const today = now - (now % dayMs);
      const range = { from: today - 90 * dayMs, to: today, groupBy: "none" } as const;
      const { usage } = installation.billing;
      const days = await usage.sum(organizationId, { ...range, granularity: "day" });
      expect(days).toHaveLength(90);
      const totals = await usage.rank(organizationId, { ...range, groupBy: "status", granularity: "day" });
      expect(totals.map(({ group }) => group).toSorted()).toEqual(["2xx", "4xx", "5xx"]);
      expect(totals.find(({ group }) => group === "4xx")?.refused).toBeGreaterThan(0);

      const hours = await usage.sum(organizationId, { ...range, granularity: "hour" });
      const at = (hour: number) =>
        hours
          .filter(({ start }) => new Date(start).getUTCHours() === hour)
          .reduce((sum, { served }) => sum + served, 0);
      expect(at(18)).toBeGreaterThan(2 * at(3));
    }
  });

  it("has members of every role, one who left, and open invitations", async () => {
    const { tenancy } = installation.desk;
    const organizationIds = stages.map(({ organizationId }) => organizationId);
    const members = await Promise.all(organizationIds.map((id) => tenancy.listMembers(id)));
    expect(new Set(members.flat().map(({ role }) => role))).toEqual(
      new Set(["owner", "admin", "member", "viewer"]),
    );
    const memberIds = new Set(members.flat().map(({ id }) => id));
    expect(inUse().every(({ responsible }) => memberIds.has(responsible.memberId))).toBe(true);
    const invitations = await Promise.all(organizationIds.map((id) => tenancy.listInvitations(id, now)));
    expect(invitations.map(({ length }) => length)).toEqual([2, 1]);
    expect(keyCalled("Label printer").createdBy.label).toBe("jonas@nordlys.example");
  });

  it("has some forty products in three languages, several of them with more than one listing", async () => {
    const { catalog } = installation;
    const shelves = stages.flatMap(({ organizationId }) =>
      (["live", "test"] as const).map((environment) => ({ organizationId, environment })),
    );
    const pages = await Promise.all(shelves.map((shelf) => listProducts(catalog, shelf, { limit: 100 })));
    const products = pages.flatMap(({ items }) => items);
    expect(products).toHaveLength(39);
    expect(new Set(products.map(({ listing }) => listing.language))).toEqual(new Set(["en", "de", "da"]));
    expect(products.filter(({ listing }) => listing.version > 1).length).toBeGreaterThan(8);
  });
});

/** The small story alone. */
async function told({ at = now, seed = 1 }: { readonly at?: number; readonly seed?: number } = {}) {
  const installation = open(at);
  const [stage] = await seedInstallation(installation, { now: at, seed, stories: [kestrel] });
  if (stage === undefined) throw new Error("no stage");
  const { organizationId } = stage;
  const range = {
    from: Date.UTC(2026, 0),
    to: Date.UTC(2028, 0),
    granularity: "day",
    groupBy: "status",
  } as const;
  const { items } = await installation.audit.list(organizationId, { limit: 1_000 });
  const story = {
    keys: (await keysOf(installation, stage, at)).map(({ id, secrets }) => ({ id, secrets })),
    usage: await installation.billing.usage.sum(organizationId, range),
    audit: items.map(({ at, action, object }) => ({ at, action, object })),
  };
  const verified = await verifyUsage(installation.billing);
  installation.close();
  return { story, verified };
}

describe("a story", { timeout: 60_000 }, () => {
  it("is the same for the same seed, and another for another", async () => {
    const { story } = await told();
    expect((await told()).story).toEqual(story);
    expect((await told({ seed: 2 })).story.usage).not.toEqual(story.usage);
  });

  it.each([
    "2026-12-31T23:59:59.999Z",
    "2027-01-01T00:00:00.000Z",
    "2027-01-01T00:00:30.000Z",
    "2027-03-01T00:01:00.000Z",
  ])("can be told at any time: %s", async (time) => {
    const { verified } = await told({ at: Date.parse(time) });
    expect(verified).toMatchObject({ sums: [], bills: [] });
  });
});
