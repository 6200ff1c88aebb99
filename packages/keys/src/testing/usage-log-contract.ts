import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { granularities, hourMs, startOf } from "../usage/granularity.ts";
import {
  addUsage,
  noUsage,
  outcomeOf,
  requestsOf,
  routeNameOf,
  usageGroups,
  type UsageBucket,
  type UsageCount,
  type Use,
} from "../usage/usage.ts";
import { mostClients } from "../usage/client.ts";
import type { OrganizationId } from "../id.ts";
import type { UsageLog, UsageQuery } from "../usage/usage-log.ts";
import { noon } from "./desk.ts";

/** A use of which every field says something. */
export function aUse(use: Partial<Use> = {}): Use {
  return {
    publicKeyId: "p1",
    keyId: "key_1",
    organizationId: "org_1",
    environment: "live",
    requests: 1,
    at: noon,
    address: "192.0.2.1",
    userAgent: "curl",
    method: "GET",
    route: "/v1/user",
    status: 200,
    refused: false,
    cause: "none",
    retiring: false,
    ...use,
  };
}

const dayMs = 24 * hourMs;
const month = startOf("month", noon);

/** The whole November of 2026. */
export const november: UsageQuery = {
  from: month,
  to: Date.UTC(2026, 11),
  granularity: "month",
  groupBy: "none",
};

const record = (log: UsageLog, ...uses: readonly Partial<Use>[]) =>
  Promise.all(uses.map((use) => log.record(aUse(use))));

/** What every log of usage promises. */
export function describeUsageLog(name: string, open: () => UsageLog): void {
  describe(`${name}, last uses`, () => {
    describeLastUses(open);
  });
  describe(`${name}, counts`, () => {
    describeCounts(open);
  });
  describe(`${name}, clients`, () => {
    describeClients(open);
  });
  describe(`${name}, closing`, () => {
    describeClosing(open);
  });
}

function describeLastUses(open: () => UsageLog): void {
  it("tells the latest use of each secret and how many there were", async () => {
    const log = open();
    await record(log, { at: noon }, { at: noon + 1 }, { at: noon + 2 });
    const last = {
      at: noon + 9,
      address: "2001:db8::1",
      userAgent: null,
      method: "POST",
      route: "/v1/keys",
      status: 403,
    };
    await record(log, last, { publicKeyId: "p2" });
    const found = await log.lastUses("org_1", ["p1", "p2", "p3"]);
    const { retiring: _, refused: __, environment: ___, cause: ____, ...use } = aUse(last);
    expect(found.get("p1")).toEqual({ ...use, requests: 4, requestsRetiring: 0 });
    expect(found.get("p2")).toMatchObject({ at: noon, requests: 1 });
    expect(found.size).toBe(2);
  });

  it("says whether what it counted is filed", async () => {
    const log = open();
    expect(log.countUnfiled()).toBe(0);
    await record(log, {}, { route: "/v1/keys" }, { status: 500 });
    expect([0, 1]).toContain(log.countUnfiled());
    await log.lastUses("org_1", ["p1"]);
    expect(log.countUnfiled()).toBe(0);
  });

  it("counts the keys of an organization that were used since a moment, each once", async () => {
    const log = open();
    await record(log, { at: noon }, { at: noon + 5, publicKeyId: "p2", refused: true, status: 403 });
    await record(log, { at: noon + 5, publicKeyId: "p3", keyId: "key_2" });
    await record(log, { at: noon - 1, publicKeyId: "p4", keyId: "key_3" });
    await record(log, { at: noon, publicKeyId: "p5", keyId: "key_4", organizationId: "org_2" });
    expect(await log.countKeysUsed("org_1", noon)).toBe(2);
    expect(await log.countKeysUsed("org_1", noon + 1)).toBe(2);
    expect(await log.countKeysUsed("org_1", noon + 6)).toBe(0);
    expect(await log.countKeysUsed("org_1", 0)).toBe(3);
  });

  it("names the keys of an organization that were ever used, however many, in vain or not", async () => {
    const log = open();
    const many = Array.from({ length: 10_001 }, (_, i) => {
      return { publicKeyId: `p${i}`, keyId: `key_${String(i).padStart(22, "0")}` as const };
    });
    await record(log, ...many, { ...many[7], publicKeyId: "rotated" });
    await record(log, { publicKeyId: "q", keyId: "key_refused", refused: true, status: 401 });
    await record(log, { publicKeyId: "r", keyId: "key_elsewhere", organizationId: "org_2" });
    const used = [...many.map((each) => each.keyId), "key_refused"];
    expect(await log.keysEverUsed("org_1")).toEqual(used);
    expect(await log.keysEverUsed("org_2")).toEqual(["key_elsewhere"]);
  });

  it("names the keys that were not used since, whether what was counted is filed or not", async () => {
    const log = open();
    const since = noon - 90 * dayMs;
    const keyIds = ["key_a", "key_b", "key_c", "key_d", "key_e", "key_f"] as const;
    const [busy, rotated, quiet, early, refused] = keyIds;
    const uses = [
      { keyId: busy, publicKeyId: "p1", at: noon },
      { keyId: rotated, publicKeyId: "p2", at: since - 1 },
      { keyId: rotated, publicKeyId: "p3", at: since },
      { keyId: quiet, publicKeyId: "p4", at: since - 1 },
      { keyId: early, publicKeyId: "p5", at: noon - 60 * dayMs },
      { keyId: refused, publicKeyId: "p6", at: noon - 20 * dayMs, refused: true, status: 429 },
      { keyId: quiet, publicKeyId: "p7", at: noon, organizationId: "org_2" as const },
    ];
    await record(log, ...uses);
    const unused = () => log.unusedKeys("org_1", { keyIds, since, now: noon });
    expect(await unused()).toEqual(["key_c", "key_f"]);
    await log.closeBefore(startOf("hour", noon));
    expect(await unused()).toEqual(["key_c", "key_f"]);
    const inNovember = { keyIds, since: since + 1, now: Date.UTC(2026, 10, 1) };
    expect(await log.unusedKeys("org_1", inNovember)).toEqual(["key_b", "key_c", "key_f"]);
    expect(await log.unusedKeys("org_1", { keyIds: [], since, now: noon })).toEqual([]);
    expect(await log.unusedKeys("org_3", { keyIds, since, now: noon })).toEqual(keyIds);
  });

  it("never goes back to an older use, in whatever order and in however many turns they arrive", async () => {
    const uses = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(uses, async (steps) => {
        const log = open();
        for (const [i, [after, wait]] of steps.entries()) {
          const written = log.record(aUse({ at: noon + after, address: `10.0.0.${after}`, route: `/${i}` }));
          if (wait) await written;
        }
        const found = (await log.lastUses("org_1", ["p1"])).get("p1");
        const latest = Math.max(...steps.map(([after]) => after));
        const route = `/${steps.findLastIndex(([after]) => after === latest)}`;
        expect(found).toMatchObject({ at: noon + latest, address: `10.0.0.${latest}`, route });
        expect(found?.requests).toBe(steps.length);
      }),
      { numRuns: 50 },
    );
  });

  it("counts apart what came after a rotation", async () => {
    const log = open();
    await record(log, {});
    await record(log, { retiring: true }, { retiring: true }, { retiring: true });
    await record(log, { retiring: true });
    const found = await log.lastUses("org_1", ["p1"]);
    expect(found.get("p1")).toMatchObject({ requests: 5, requestsRetiring: 4 });
    await record(log, { retiring: true, requests: 20 }, { requests: 300 });
    const counted = await log.lastUses("org_1", ["p1"]);
    expect(counted.get("p1")).toMatchObject({ requests: 325, requestsRetiring: 24 });
  });

  it("shows nobody another organization's uses", async () => {
    const log = open();
    await record(log, {});
    expect((await log.lastUses("org_2", ["p1"])).size).toBe(0);
    expect((await log.lastUses("org_1", [])).size).toBe(0);
  });
}

const clientsOf = (log: UsageLog, since = noon, organization: OrganizationId = "org_1") =>
  log.clients(organization, { publicKeyIds: ["p1", "p2"], since });

function describeClients(open: () => UsageLog): void {
  it("tells from where a secret was used, the latest first", async () => {
    const log = open();
    for (const at of [noon, noon + 2, noon + 1]) await record(log, { at });
    await record(
      log,
      { at: noon + 9, address: "192.0.2.2", userAgent: null, refused: true },
      { publicKeyId: "p2", at: noon - 1 },
      { publicKeyId: "p3" },
      { organizationId: "org_2", publicKeyId: "q1" },
    );
    const of = { publicKeyId: "p1", requests: 3, refused: 0 };
    const other = { ...of, address: "192.0.2.2", userAgent: null, requests: 1, refused: 1 };
    expect(await clientsOf(log)).toEqual([
      { ...other, firstAt: noon + 9, lastAt: noon + 9 },
      { ...of, address: "192.0.2.1", userAgent: "curl", firstAt: noon, lastAt: noon + 2 },
      {
        ...of,
        publicKeyId: "p2",
        address: "192.0.2.1",
        userAgent: "curl",
        requests: 1,
        firstAt: noon - 1,
        lastAt: noon - 1,
      },
    ]);
    expect(await clientsOf(log, noon, "org_2")).toEqual([]);
  });

  it("counts a request of a client for what it cost", async () => {
    const log = open();
    await record(log, { requests: 5 }, { requests: 20, refused: true });
    expect(await clientsOf(log)).toMatchObject([{ requests: 25, refused: 20 }]);
  });

  it("adds up what is asked together, and leaves out the days before", async () => {
    const log = open();
    for (const at of [noon - 3 * dayMs, noon - dayMs, noon]) {
      await record(log, { at });
      await clientsOf(log);
    }
    expect(await clientsOf(log, noon - dayMs)).toMatchObject([
      { requests: 2, firstAt: noon - dayMs, lastAt: noon },
    ]);
  });

  it("tells only so many clients of a secret apart on a day, and counts them all", async () => {
    const log = open();
    for (let client = 0; client < mostClients + 5; client += 1) {
      await record(log, { userAgent: `program ${client}` });
      if (client % 3 === 0) await clientsOf(log);
    }
    const found = await clientsOf(log);
    expect(found).toHaveLength(mostClients + 1);
    expect(found.find(({ address }) => address === "")).toMatchObject({ userAgent: null, requests: 5 });
  });

  it("tells the clients of every secret while one makes up a program for each of its requests", async () => {
    const log = open();
    const programs = Array.from({ length: 12_000 }, (_, i) => ({ userAgent: `program ${i}` }));
    await record(log, ...programs, { publicKeyId: "p2" }, { userAgent: "program 0" });
    const found = await clientsOf(log);
    expect(found.filter(({ publicKeyId }) => publicKeyId === "p1")).toHaveLength(mostClients + 1);
    expect(found.reduce((sum, { requests }) => sum + requests, 0)).toBe(12_002);
    expect(found.find(({ userAgent }) => userAgent === "program 0")).toMatchObject({ requests: 2 });
  });
}

function describeCounts(open: () => UsageLog): void {
  it("has each request in exactly one of served, refused and failed", async () => {
    const log = open();
    await record(
      log,
      {},
      { status: 404 },
      { status: 403, refused: true },
      { status: 429, refused: true },
      { status: 502 },
    );
    expect(await log.sum("org_1", november)).toEqual([
      { start: month, group: null, served: 2, refused: 2, failed: 1 },
    ]);
  });

  it("begins an hour, a day and a month at its first millisecond, and ends it before the next", async () => {
    const log = open();
    const december = Date.UTC(2026, 11);
    await record(log, { at: december - 1 }, { at: december });
    for (const granularity of granularities) {
      const query = { from: month, to: Date.UTC(2027, 0), granularity, groupBy: "none" } as const;
      const starts = (await log.sum("org_1", query)).map(({ start }) => start);
      expect(starts, granularity).toEqual([startOf(granularity, december - 1), december]);
      const before = await log.sum("org_1", { ...query, to: december });
      expect(before.map(({ served }) => served)).toEqual([1]);
    }
  });

  it("tells keys, routes and classes of status apart, and environments when asked to", async () => {
    const log = open();
    await record(
      log,
      {
        keyId: "key_2",
        publicKeyId: "p2",
        environment: "test",
        method: "POST",
        route: "/v1/keys",
        status: 201,
      },
      { status: 404 },
      {},
    );
    const by = async (query: Partial<UsageQuery>) => {
      const buckets = await log.sum("org_1", { ...november, ...query });
      return buckets.map(({ group, served }) => [group, served]);
    };
    expect(await by({ groupBy: "key" })).toEqual([
      ["key_1", 2],
      ["key_2", 1],
    ]);
    expect(await by({ groupBy: "route" })).toEqual([
      ["GET /v1/user", 2],
      ["POST /v1/keys", 1],
    ]);
    expect(await by({ groupBy: "status" })).toEqual([
      ["2xx", 2],
      ["4xx", 1],
    ]);
    expect(await by({ environment: "live" })).toEqual([[null, 2]]);
    expect(await by({ environment: "test", groupBy: "key" })).toEqual([["key_2", 1]]);
  });

  it("keeps a key's count through its rotations", async () => {
    const log = open();
    await record(log, { publicKeyId: "p1" }, { publicKeyId: "p2", retiring: true });
    const buckets = await log.sum("org_1", { ...november, groupBy: "key" });
    expect(buckets).toEqual([{ start: month, group: "key_1", served: 2, refused: 0, failed: 0 }]);
  });

  it("gives pages that together are the whole", async () => {
    const log = open();
    const uses = Array.from(
      { length: 30 },
      (_, i) =>
        ({
          at: month + (i % 7) * dayMs,
          keyId: `key_${i % 4}`,
          publicKeyId: `p${i % 4}`,
        }) as const,
    );
    await record(log, ...uses);
    const query = { ...november, granularity: "day", groupBy: "key" } as const;
    const whole = await log.sum("org_1", query);
    for (const limit of [1, 3, 5, whole.length]) {
      const pages = [];
      for (let page = await log.sum("org_1", { ...query, limit }); page.length > 0;) {
        pages.push(...page);
        page = await log.sum("org_1", { ...query, limit, after: page.at(-1) ?? { start: 0, group: null } });
      }
      expect(pages, String(limit)).toEqual(whole);
    }
  });

  it("shows nobody another organization's counts", async () => {
    const log = open();
    await record(log, {});
    expect(await log.sum("org_2", november)).toEqual([]);
    expect(await log.rank("org_2", { ...november, groupBy: "key" })).toEqual([]);
  });

  it("sums only the groups that are asked for", async () => {
    const log = open();
    await record(log, {}, { keyId: "key_2", publicKeyId: "p2" }, { keyId: "key_3", publicKeyId: "p3" });
    const query = { ...november, groupBy: "key", groups: ["key_3", "key_1", "key_9"] } as const;
    expect((await log.sum("org_1", query)).map(({ group }) => group)).toEqual(["key_1", "key_3"]);
    expect(await log.sum("org_1", { ...query, groups: [] })).toEqual([]);
  });

  it("ranks groups by all of their requests, also those that were not served", async () => {
    const log = open();
    const busy = { keyId: "key_2", publicKeyId: "p2" } as const;
    await record(log, {}, { status: 502, ...busy }, { refused: true, status: 429, ...busy });
    await log.closeBefore(noon);
    await record(log, { at: noon + 1, keyId: "key_3", publicKeyId: "p3", environment: "test" });
    const ranking = { ...november, groupBy: "key" } as const;
    expect(await log.rank("org_1", ranking)).toEqual([
      { group: "key_2", served: 0, refused: 1, failed: 1 },
      { group: "key_1", served: 1, refused: 0, failed: 0 },
      { group: "key_3", served: 1, refused: 0, failed: 0 },
    ]);
    const tested = await log.rank("org_1", { ...ranking, environment: "test" });
    expect(tested.map(({ group }) => group)).toEqual(["key_3"]);
    expect(await log.rank("org_1", { ...ranking, to: month, from: 0 })).toEqual([]);
  });

  it("agrees with a plain list of what happened, whatever that was", async () => {
    const aRequest = fc.record({
      at: fc.integer({ min: month - 40 * dayMs, max: month + 40 * dayMs }),
      organizationId: fc.constantFrom("org_1", "org_2"),
      environment: fc.constantFrom("live", "test"),
      secret: fc.nat(3),
      route: fc.constantFrom("/v1/user", "/v1/keys"),
      method: fc.constantFrom("GET", ""),
      status: fc.constantFrom(200, 201, 404, 429, 502),
      refused: fc.boolean(),
      cause: fc.constantFrom("none", "not_found", "rate_limited"),
      requests: fc.constantFrom(1, 1, 3),
    });
    const aQuestion = fc.record({
      granularity: fc.constantFrom(...granularities),
      groupBy: fc.constantFrom(...usageGroups),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aRequest, { maxLength: 40 }), aQuestion, async (requests, question) => {
        const log = open();
        const uses = requests.map(({ secret, organizationId, environment, ...use }) => {
          const publicKeyId = `${organizationId} ${environment} ${secret}`;
          const keyId = `key_${environment}${secret >> 1}` as const;
          return aUse({ ...use, publicKeyId, keyId, environment, organizationId: organizationId });
        });
        for (const use of uses) await log.record(use);
        const query = { from: 0, to: Date.UTC(2030, 0), ...question };
        const buckets = await log.sum("org_1", query);
        expect(buckets).toEqual(expectedOf(uses, query));
        const range = { from: Date.UTC(2026, 8), to: Date.UTC(2027, 0) };
        expect(await log.rank("org_1", { ...query, ...range })).toEqual(rankedOf(buckets));
        expect((await log.check()).differences).toEqual([]);
        const publicKeyIds = ["org_1 live 0", "org_1 test 3", "org_2 live 1", "p9"];
        const some = uses.filter(({ publicKeyId }) => publicKeyIds.includes(publicKeyId));
        const near = { ...query, from: Date.UTC(2026, 9), to: Date.UTC(2026, 11) };
        expect(await log.sumOfSecrets("org_1", { ...near, publicKeyIds })).toEqual(
          expectedOf(
            some.filter(({ at }) => at >= near.from && at < near.to),
            near,
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
}

/** The same answer, by a plain walk over the list. */
function expectedOf(uses: readonly Use[], { granularity, groupBy }: UsageQuery) {
  const groupOf = {
    key: ({ keyId }: Use) => keyId,
    route: routeNameOf,
    status: ({ status }: Use) => `${String(status)[0]}xx`,
    cause: ({ cause }: Use) => cause,
    none: () => null,
  }[groupBy];
  const ours = uses.filter(({ organizationId }) => organizationId === "org_1");
  const buckets = Map.groupBy(ours, (use) => JSON.stringify([startOf(granularity, use.at), groupOf(use)]));
  return [...buckets]
    .map(([name, those]) => {
      const [start, group] = JSON.parse(name);
      const count = those.reduce(
        (sum, use) => addUsage(sum, { ...noUsage, [outcomeOf(use)]: use.requests }),
        noUsage,
      );
      return { start, group, ...count };
    })
    .toSorted((a, b) => a.start - b.start || (a.group < b.group ? -1 : 1));
}

/** The same ranking, by a plain walk over the buckets. */
function rankedOf(buckets: readonly UsageBucket[]) {
  return [...Map.groupBy(buckets, ({ group }) => group ?? "")]
    .map(([group, those]) => ({ group, ...those.reduce<UsageCount>(addUsage, noUsage) }))
    .toSorted((a, b) => requestsOf(b) - requestsOf(a) || (a.group < b.group ? -1 : 1));
}

function describeClosing(open: () => UsageLog): void {
  const december = Date.UTC(2026, 11);
  const byMonth = { ...november, to: Date.UTC(2027, 0) };
  const served = async (log: UsageLog) =>
    (await log.sum("org_1", byMonth)).map(({ start, served }) => [start, served]);

  it("leaves what was counted, and counts what comes late in the month that has begun", async () => {
    const log = open();
    await record(log, { at: december - 1 });
    await log.closeBefore(december);
    await record(log, { at: december - 1 }, { at: month });
    expect(await served(log)).toEqual([
      [month, 1],
      [december, 2],
    ]);
    expect(await log.check()).toEqual({ months: 2, requests: 3, unread: 0, differences: [] });
  });

  it("never goes back", async () => {
    const log = open();
    await log.closeBefore(december);
    await log.closeBefore(month);
    await record(log, { at: month });
    expect(await served(log)).toEqual([[december, 1]]);
  });

  it("keeps hours and days for 13 months, and the sums of older months for good", async () => {
    const log = open();
    const old = Date.UTC(2025, 9, 30);
    const kept = Date.UTC(2025, 10, 1);
    await record(log, { at: old }, { at: old, publicKeyId: "p2", keyId: "key_2" }, { at: kept });
    await log.closeBefore(december);
    const all = { from: 0, to: december };
    const starts = async (query: Pick<UsageQuery, "granularity" | "groupBy">) =>
      (await log.sum("org_1", { ...all, ...query })).map(({ start, served }) => [start, served]);
    expect(await starts({ granularity: "hour", groupBy: "none" })).toEqual([[kept, 1]]);
    expect(await starts({ granularity: "day", groupBy: "route" })).toEqual([[kept, 1]]);
    expect(await starts({ granularity: "month", groupBy: "key" })).toEqual([
      [Date.UTC(2025, 9), 1],
      [Date.UTC(2025, 9), 1],
      [kept, 1],
    ]);
    expect(await log.check()).toMatchObject({ requests: 1, differences: [] });
  });
}
