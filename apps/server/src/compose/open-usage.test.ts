import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sqlite from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { lostUsage, openUsage } from "./open-usage.ts";

const now = Date.UTC(2026, 10, 22, 9, 30);

function aLostDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "usage.db");
  writeFileSync(path, "Dear diary, ".repeat(1_000));
  const usage = { path, migrations: sqlite.usageMigrations, now };
  return { folder, path, usage, log: createLog("silent") };
}

it("sets a lost database aside for the operator, and counts anew", () => {
  const { folder, path, usage, log } = aLostDatabase();
  openUsage(usage, { used: true, isFirst: true, log }).close();
  const aside = "usage.db.damaged-2026-11-22T09-30-00-000Z";
  expect(readdirSync(folder).toSorted()).toEqual(["usage.db", aside]);
  expect(readFileSync(join(folder, aside), "utf8")).toContain("Dear diary");
  expect(lostUsage(path)).toEqual(["usage_aside"]);
});

it("leaves a note in the place of a database that is missing, and is in trouble until it is removed", () => {
  const { folder, path, usage, log } = aLostDatabase();
  rmSync(path);
  openUsage(usage, { used: true, isFirst: true, log }).close();
  const note = "usage.db.missing-2026-11-22T09-30-00-000Z";
  expect(readdirSync(folder).toSorted()).toEqual(["usage.db", note]);
  expect(readFileSync(join(folder, note), "utf8")).toMatch(
    /docs\/operations\.md, "Damaged files".*Remove this/,
  );
  const again = { ...usage, now: now + 1 };
  openUsage(again, { used: true, isFirst: true, log }).close();
  expect(lostUsage(path)).toEqual(["usage_anew"]);
  rmSync(join(folder, note));
  expect(lostUsage(path)).toEqual([]);
});

it("is not lost where nothing was done yet", () => {
  const { folder, path, usage, log } = aLostDatabase();
  rmSync(path);
  openUsage(usage, { used: false, isFirst: true, log }).close();
  expect(readdirSync(folder)).toEqual(["usage.db"]);
});

it("is for the first process only: another one could take away what that one has made", () => {
  const { folder, usage, log } = aLostDatabase();
  const refusal = expect.objectContaining({ code: "not_ours" });
  expect(() => openUsage(usage, { used: true, isFirst: false, log })).toThrow(refusal);
  expect(readdirSync(folder).toSorted()).toEqual(["usage.db"]);
});

it("leaves a database of a newer version where it is", () => {
  const { folder, path, usage, log } = aLostDatabase();
  rmSync(path);
  const newer = [...usage.migrations, { name: "usage/9999_future", sql: "create table future (id text)" }];
  sqlite.openDatabase({ ...usage, migrations: newer }).close();
  const refusal = expect.objectContaining({ code: "newer" });
  expect(() => openUsage(usage, { used: true, isFirst: true, log })).toThrow(refusal);
  expect(readdirSync(folder)).toEqual(["usage.db"]);
  expect(lostUsage(path)).toEqual([]);
});

it("tells of nothing lost where the folder is gone, or is none", () => {
  const { folder, path } = aLostDatabase();
  expect(lostUsage(join(path, "usage.db"))).toEqual([]);
  expect(lostUsage(join(folder, "gone", "usage.db"))).toEqual([]);
});
