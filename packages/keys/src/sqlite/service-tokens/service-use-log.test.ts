import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { noon } from "../../testing/index.ts";
import { createSqliteServiceUseLog, openDatabase, usageMigrations } from "../index.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "usage.db");
}

function open(path = ":memory:") {
  const failures: unknown[] = [];
  const database = openDatabase({ path, migrations: usageMigrations, now: noon });
  onTestFinished(() => void database.close());
  const uses = createSqliteServiceUseLog(database, (cause) => failures.push(cause));
  return { database, uses, failures };
}

const aUse = { publicKeyId: "p1", at: noon, address: "192.0.2.1" };
const changesOf = (database: Sqlite.Database) => database.prepare("select total_changes()").pluck().get();

it("knows the latest use of each secret, and none of one that was never used", async () => {
  const { uses } = open();
  uses.note(aUse);
  uses.note({ ...aUse, at: noon + 1, address: "192.0.2.2" });
  uses.note({ ...aUse, publicKeyId: "p2" });
  uses.note({ ...aUse, publicKeyId: "p3" });
  const known = await uses.lastUses(["p1", "p2", "p9"]);
  expect(known.get("p1")).toEqual({ publicKeyId: "p1", at: noon + 1, address: "192.0.2.2" });
  expect(known.get("p2")).toEqual({ publicKeyId: "p2", at: noon, address: "192.0.2.1" });
  expect(known.size).toBe(2);
});

it("writes once in ten seconds however often a secret is used, and not at all while none is", () => {
  const { database, uses } = open();
  const before = Number(changesOf(database));
  for (let i = 0; i < 1_000; i += 1) uses.note({ ...aUse, at: noon + i });
  expect(changesOf(database)).toBe(before);
  vi.advanceTimersByTime(10_000);
  expect(changesOf(database)).toBe(before + 1);
  vi.advanceTimersByTime(60_000);
  expect(changesOf(database)).toBe(before + 1);
  uses.note({ ...aUse, at: noon + 80_000 });
  vi.advanceTimersByTime(10_000);
  expect(changesOf(database)).toBe(before + 2);
});

it("keeps them over a restart, what was noted last included", async () => {
  const path = aFile();
  const { uses } = open(path);
  uses.note(aUse);
  uses.close();
  expect((await open(path).uses.lastUses(["p1"])).get("p1")).toEqual(aUse);
});

it("never goes back behind what another process has seen", async () => {
  const path = aFile();
  const [one, another] = [open(path).uses, open(path).uses];
  one.note({ ...aUse, at: noon + 5 });
  one.close();
  another.note(aUse);
  expect((await another.lastUses(["p1"])).get("p1")?.at).toBe(noon + 5);
  another.close();
  expect((await one.lastUses(["p1"])).get("p1")?.at).toBe(noon + 5);
});

it("keeps what cannot be written, and tries again", async () => {
  const path = aFile();
  const { uses, failures } = open(path);
  const other = new Sqlite(path);
  onTestFinished(() => void other.close());
  other.exec("begin immediate");
  uses.note(aUse);
  vi.advanceTimersByTime(10_000);
  expect((await uses.lastUses(["p1"])).get("p1")).toEqual(aUse);
  other.exec("rollback");
  vi.advanceTimersByTime(10_000);
  expect(other.prepare("select at from service_secret_use").pluck().all()).toEqual([noon]);

  other.exec("drop table service_secret_use");
  uses.note({ ...aUse, at: noon + 1 });
  uses.close();
  expect(failures).toHaveLength(1);
});
