import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { mostRefusals, type Refusal } from "../../traffic/traffic-log.ts";
import { noon } from "../../testing/index.ts";
import { createSqliteTrafficLog, openDatabase, usageMigrations } from "../index.ts";

const dayMs = 86_400_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(path = ":memory:") {
  const failures: unknown[] = [];
  const database = openDatabase({ path, migrations: usageMigrations, now: noon });
  const traffic = createSqliteTrafficLog(database, (cause) => failures.push(cause));
  onTestFinished(() => {
    if (database.open) database.close();
  });
  return { database, traffic, failures };
}

function aRefusal(refusal: Partial<Refusal> = {}): Refusal {
  return {
    organizationId: "org_1",
    keyId: "key_1",
    publicKeyId: "p1",
    environment: "live",
    requestId: "r1",
    at: noon,
    address: "192.0.2.1",
    userAgent: null,
    method: "POST",
    route: "/v1/products",
    status: 403,
    code: "insufficient_scope",
    detail: "This needs a key with products:write.",
    errors: [],
    scopes: ["products:write"],
    limit: { limit: 60, remaining: 59, resetSeconds: 60 },
    ...refusal,
  };
}

const hours = (count: number) => noon + count * 3_600_000;

it("knows the window that was fullest for its limit", async () => {
  const { traffic } = open();
  const windows = [
    { at: noon, requests: 40, limit: 60 },
    { at: noon + 1, requests: 50, limit: 60 },
    { at: noon + 2, requests: 45, limit: 60 },
    { at: hours(1), requests: 300, limit: 600 },
    { at: hours(-30), requests: 60, limit: 60 },
  ];
  for (const window of windows) {
    traffic.noteWindow("org_1", window);
    await traffic.peak("org_1", { since: 0 });
  }
  for (const window of windows.toReversed()) traffic.noteWindow("org_1", window);
  traffic.noteWindow("org_2", { at: noon, requests: 1, limit: 1 });
  expect(await traffic.peak("org_1", { since: noon })).toEqual(windows[1]);
  expect(await traffic.peak("org_1", { since: hours(-31) })).toEqual(windows[4]);
  expect(await traffic.peak("org_1", { since: hours(2) })).toBeNull();
});

it("finds a refusal by its request, in its own organization, for a week", async () => {
  const { traffic } = open();
  const refusal = aRefusal({ errors: [{ path: "name", message: "Must not be empty." }], limit: null });
  traffic.noteRefusal(refusal);
  expect(await traffic.findRefusal("org_1", "r1", noon)).toEqual(refusal);
  expect(await traffic.findRefusal("org_2", "r1", noon)).toBeNull();
  expect(await traffic.findRefusal("org_1", "r2", noon)).toBeNull();
  expect(await traffic.findRefusal("org_1", "r1", noon + 7 * dayMs)).toEqual(refusal);
  expect(await traffic.findRefusal("org_1", "r1", noon + 7 * dayMs + 1)).toBeNull();
});

it("tells the latest refusals first, of all keys or of one, in their own organization, for a week", async () => {
  const { traffic } = open();
  for (const minute of [1, 3, 2]) {
    traffic.noteRefusal(aRefusal({ requestId: `r${minute}`, at: noon + minute * 60_000 }));
  }
  traffic.noteRefusal(aRefusal({ requestId: "r4", keyId: "key_2", at: noon + 4 * 60_000 }));
  traffic.noteRefusal(aRefusal({ requestId: "r5", organizationId: "org_2" }));
  const found = async (
    query: Partial<Parameters<typeof traffic.refusals>[1]>,
    organization = "org_1" as const,
  ) => {
    const some = await traffic.refusals(organization, { now: noon, limit: 10, ...query });
    return some.map(({ requestId }) => requestId);
  };
  expect(await found({})).toEqual(["r4", "r3", "r2", "r1"]);
  expect(await found({ limit: 2 })).toEqual(["r4", "r3"]);
  expect(await found({ keyId: "key_1", limit: 2 })).toEqual(["r3", "r2"]);
  expect(await found({ keyId: "key_9" })).toEqual([]);
  expect(await found({ now: noon + 7 * dayMs + 2 * 60_000 })).toEqual(["r4", "r3", "r2"]);
  expect(await traffic.refusals("org_2", { now: noon, limit: 10 })).toEqual([
    aRefusal({ requestId: "r5", organizationId: "org_2" }),
  ]);
});

it("takes the later of two requests that a client named alike", async () => {
  const { traffic } = open();
  traffic.noteRefusal(aRefusal());
  traffic.noteRefusal(aRefusal({ at: noon + 1, code: "rate_limited" }));
  expect(await traffic.findRefusal("org_1", "r1", noon)).toMatchObject({ code: "rate_limited" });
});

const countRefusals = (database: ReturnType<typeof open>["database"]) =>
  database.prepare("select count(*) from refusal where organization_id = 'org_1'").pluck().get();

it("keeps the latest refusals of a secret's flood, and those of other secrets", async () => {
  const { database, traffic } = open();
  traffic.noteRefusal(aRefusal({ publicKeyId: "p2", at: noon - 1 }));
  const flood = mostRefusals.secret + 250;
  for (let request = 0; request < flood; request += 1) {
    traffic.noteRefusal(aRefusal({ requestId: `f${request}`, at: noon + request }));
    if (request % 90 === 0) await traffic.findRefusal("org_1", "f0", noon);
  }
  expect(await traffic.findRefusal("org_1", `f${flood - 1}`, noon)).not.toBeNull();
  expect(await traffic.findRefusal("org_1", "f0", noon)).toBeNull();
  expect(await traffic.findRefusal("org_1", "r1", noon)).not.toBeNull();
  expect(countRefusals(database)).toBe(mostRefusals.secret + 1);
});

it("keeps the latest refusals of an organization, and those of others", async () => {
  const { database, traffic } = open();
  traffic.noteRefusal(aRefusal({ organizationId: "org_2", publicKeyId: "q1" }));
  const flood = mostRefusals.organization + 700;
  for (let request = 0; request < flood; request += 1) {
    const publicKeyId = `p${request % 20}`;
    traffic.noteRefusal(aRefusal({ requestId: `f${request}`, publicKeyId, at: noon + request }));
    if (request % 400 === 0) await traffic.findRefusal("org_1", "f0", noon);
  }
  expect(await traffic.findRefusal("org_1", `f${flood - 1}`, noon)).not.toBeNull();
  expect(await traffic.findRefusal("org_1", "f0", noon)).toBeNull();
  expect(await traffic.findRefusal("org_2", "r1", noon)).not.toBeNull();
  expect(countRefusals(database)).toBe(mostRefusals.organization);
});

it("writes of one secret's flood only so much at once, the latest", async () => {
  const { database, traffic } = open();
  for (let request = 0; request < 5_000; request += 1)
    traffic.noteRefusal(aRefusal({ requestId: `f${request}` }));
  expect(await traffic.findRefusal("org_1", "f4999", noon)).not.toBeNull();
  expect(countRefusals(database)).toBe(100);
});

it("forgets what is too old, of organizations that are silent too", async () => {
  const { database, traffic } = open();
  traffic.noteWindow("org_1", { at: noon, requests: 1, limit: 60 });
  traffic.noteRefusal(aRefusal());
  const rows = async () => {
    await traffic.peak("org_1", { since: 0 });
    return ["usage_peak", "refusal"].map((table) =>
      database.prepare(`select count(*) from ${table} where organization_id = 'org_1'`).pluck().get(),
    );
  };
  expect(await rows()).toEqual([1, 1]);
  traffic.noteWindow("org_2", { at: noon + 8 * dayMs, requests: 1, limit: 60 });
  expect(await rows()).toEqual([1, 0]);
  traffic.noteWindow("org_2", { at: noon + 31 * dayMs, requests: 1, limit: 60 });
  expect(await rows()).toEqual([0, 0]);
});

it("writes within seconds, and at the end", () => {
  const { database, traffic } = open();
  traffic.noteRefusal(aRefusal());
  expect(countRefusals(database)).toBe(0);
  vi.advanceTimersByTime(5_000);
  expect(countRefusals(database)).toBe(1);
  traffic.noteRefusal(aRefusal({ requestId: "r2" }));
  traffic.close();
  expect(countRefusals(database)).toBe(2);
});

it("goes on while another process writes, and loses nothing by it", () => {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { database, traffic, failures } = open(join(folder, "usage.db"));
  database.pragma("busy_timeout = 1");
  const other = new Sqlite(join(folder, "usage.db"));
  other.exec("begin immediate");
  traffic.noteRefusal(aRefusal());
  vi.advanceTimersByTime(5_000);
  other.exec("commit");
  other.close();
  traffic.noteRefusal(aRefusal({ requestId: "r2" }));
  vi.advanceTimersByTime(5_000);
  expect(countRefusals(database)).toBe(2);
  expect(failures).toEqual([]);
});
