import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { noon } from "../testing/index.ts";
import { aUse, describeLastUseLog } from "../testing/last-use-log-contract.ts";
import { createSqliteLastUseLog, openDatabase, usageMigrations } from "./index.ts";

function open(path = ":memory:") {
  const failures: unknown[] = [];
  const database = openDatabase({ path, migrations: usageMigrations, now: noon, durability: "normal" });
  const log = createSqliteLastUseLog(database, (cause) => failures.push(cause));
  onTestFinished(() => log.close());
  return { failures, database, log };
}

function aPath() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "usage.db");
}

/** Another process that holds the write lock until it is told to let go. */
function aWriter(path: string) {
  const other = new Sqlite(path);
  onTestFinished(() => void other.close());
  other.exec("begin immediate");
  return { letGo: () => other.exec("commit") };
}

const requestsIn = (path: string) => {
  const file = new Sqlite(path);
  const found = file.prepare("select public_key_id, requests from secret_use order by 1").raw().all();
  file.close();
  return found;
};

describeLastUseLog("the last uses on SQLite", () => open().log);

describe("the last uses", () => {
  it("are written by the end of the turn, without anybody asking", async () => {
    const { log, database } = open();
    log.record(aUse());
    await new Promise(setImmediate);
    expect(database.prepare("select requests from secret_use").pluck().all()).toEqual([1]);
  });

  it("never fail a request: what cannot be written is reported", async () => {
    const { log, database, failures } = open();
    log.record(aUse());
    database.exec("drop table secret_use");
    await new Promise(setImmediate);
    expect(failures).toHaveLength(1);
  });

  it("are kept while another process writes, and written when it has done", async () => {
    const path = aPath();
    const { log, failures } = open(path);
    const writer = aWriter(path);
    for (let i = 0; i < 3; i += 1) {
      log.record(aUse({ at: noon + i }));
      log.record(aUse({ publicKeyId: "p2" }));
      await new Promise(setImmediate);
    }
    expect((await log.find("org_1", ["p1", "p2"])).size).toBe(0);
    writer.letGo();
    await expect
      .poll(() => requestsIn(path), { timeout: 5_000 })
      .toEqual([
        ["p1", 3],
        ["p2", 3],
      ]);
    expect(failures).toEqual([]);
  });

  it("hold up no request while another process writes, for they can wait", () => {
    expect(open(aPath()).database.pragma("busy_timeout", { simple: true })).toBe(10);
  });

  it("that are left are written at the end", async () => {
    const path = aPath();
    const { log, failures } = open(path);
    const writer = aWriter(path);
    log.record(aUse());
    await new Promise(setImmediate);
    log.record(aUse());
    writer.letGo();
    log.close();
    log.close();
    expect(requestsIn(path)).toEqual([["p1", 2]]);
    expect(failures).toEqual([]);
  });

  it("of more secrets than can wait are given up, and reported as a number", async () => {
    const path = aPath();
    const { log, failures } = open(path);
    const writer = aWriter(path);
    for (let i = 0; i < 10_007; i += 1) log.record(aUse({ publicKeyId: `p${i}` }));
    log.record(aUse({ publicKeyId: "p0" }));
    await new Promise(setImmediate);
    writer.letGo();
    log.close();
    expect(requestsIn(path)).toHaveLength(10_000);
    expect(failures).toEqual([expect.objectContaining({ message: expect.stringMatching(/^7 uses/) })]);
  });
});
