import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Use } from "../../usage/usage.ts";
import { noon } from "../../testing/index.ts";
import { aUse, describeUsageLog, november } from "../../testing/usage-log-contract.ts";
import { prepareFiling } from "./filing.ts";
import { prepareUseJournal } from "./use-journal.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../index.ts";

function open(path = ":memory:") {
  const failures: unknown[] = [];
  const database = openDatabase({ path, migrations: usageMigrations, now: noon, durability: "normal" });
  const log = createSqliteUsageLog(database, (cause) => failures.push(cause));
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

/** As another process finds the file, without this one's help. */
const requestsIn = (path: string) => {
  const file = new Sqlite(path);
  const written = `select value ->> 'publicKeyId', value ->> 'requests' from use_journal, json_each(uses) order by 1`;
  const found = file.prepare(written).raw().all();
  file.close();
  return found;
};

const settled = (promise: Promise<void>) => {
  const state = { done: false };
  void promise.then(() => (state.done = true));
  return state;
};

describeUsageLog("usage on SQLite", () => open().log);

describeUsageLog("usage on SQLite, each filed at once", () => {
  const { log, database } = open();
  const filing = prepareFiling(database, prepareUseJournal(database), (cause) => expect.fail(String(cause)));
  const record = async (use: Use) => {
    await log.record(use);
    while (filing.step());
  };
  return { ...log, record };
});

describe("a recorded use", () => {
  it("is in the file when its promise resolves, together with all of its turn", async () => {
    const path = aPath();
    const { log } = open(path);
    await Promise.all([log.record(aUse()), log.record(aUse({ status: 404 })), log.record(aUse())]);
    expect(requestsIn(path)).toEqual([
      ["p1", 2],
      ["p1", 1],
    ]);
  });

  it("waits for another process that writes, and is written when that has done", async () => {
    const path = aPath();
    const { log, failures } = open(path);
    const writer = aWriter(path);
    const first = log.record(aUse());
    const state = settled(first);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(state.done).toBe(false);
    expect(log.isWritable()).toBe(true);
    const second = log.record(aUse({ publicKeyId: "p2" }));
    writer.letGo();
    await Promise.all([first, second]);
    expect(requestsIn(path)).toEqual([
      ["p1", 1],
      ["p2", 1],
    ]);
    expect(failures).toEqual([]);
  });

  it("that cannot be written for seconds holds up its answer no longer, and is held with those that come", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate", "clearImmediate"] });
    onTestFinished(() => void vi.useRealTimers());
    const { log, database, failures } = open();
    database.exec("alter table use_journal rename to away");
    const answer = settled(log.record(aUse()));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(answer.done).toBe(false);
    expect(log.isWritable()).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(answer.done).toBe(true);
    expect(log.isWritable()).toBe(false);
    expect(failures).toEqual([expect.objectContaining({ message: expect.stringMatching(/use_journal/) })]);
    await log.record(aUse());
    expect([log.isCounting(), log.countHeld()]).toEqual([true, 2]);

    database.exec("alter table away rename to use_journal");
    await vi.advanceTimersByTimeAsync(300);
    expect([log.isWritable(), log.countHeld()]).toEqual([true, 0]);
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 2 }]);
  });

  it("on a full disk holds up no answer, is held with those that come, and is written when there is room", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { log, database, failures } = open();
    await log.record(aUse());
    database.pragma("max_page_count = 1");
    const agents = Array.from({ length: 2_500 }, (_, i) => `program ${i}`);
    for (const userAgent of [...agents, ...agents]) await log.record(aUse({ userAgent }));
    expect(log.isWritable()).toBe(false);
    expect(failures).toEqual([expect.objectContaining({ code: "SQLITE_FULL" })]);
    const held = log.countHeld();
    expect(held).toBeGreaterThan(0);

    database.pragma("max_page_count = 100000");
    await vi.advanceTimersByTimeAsync(10_000);
    expect([log.isWritable(), log.countHeld()]).toEqual([true, 0]);
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 5_001 }]);
    expect(await log.check()).toMatchObject({ requests: 5_001, unread: 0, differences: [] });
  });

  it("that is held to the end is told as lost", async () => {
    const { log, database, failures } = open();
    database.exec("drop table use_journal");
    void log.record(aUse({ requests: 3 }));
    log.close();
    expect(failures.map(String)).toContainEqual(expect.stringMatching(/ 3 requests are not counted/));
  });

  it("that is left is written at the end", () => {
    const path = aPath();
    const { log, failures } = open(path);
    void log.record(aUse());
    log.close();
    log.close();
    expect(requestsIn(path)).toEqual([["p1", 1]]);
    expect(failures).toEqual([]);
  });

  it("is filed whole or not at all, and as long as it is not, what was counted before can be read", async () => {
    const { log, database, failures } = open();
    await log.record(aUse());
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 1 }]);
    database.exec("create trigger never before insert on usage_sum begin select raise(abort, 'no'); end");
    await log.record(aUse({ publicKeyId: "p2" }));
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 1 }]);
    expect(database.prepare("select public_key_id from secret_use").pluck().all()).toEqual(["p1"]);
    expect(database.prepare("select public_key_id from usage_hour").pluck().all()).toEqual(["p1"]);
    expect(failures).toEqual([expect.objectContaining({ message: "no" })]);
    database.exec("drop trigger never");
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 2 }]);
  });

  it("is counted however many had to wait for another process that writes", async () => {
    const path = aPath();
    const { log, database } = open(path);
    const writer = aWriter(path);
    const all = Array.from({ length: 5_000 }, (_, i) => log.record(aUse({ userAgent: `program ${i}` })));
    await new Promise((resolve) => setTimeout(resolve, 60));
    writer.letGo();
    await Promise.all(all);
    expect(database.prepare("select json_array_length(uses) from use_journal").pluck().all()).toEqual([
      1_000, 1_000, 1_000, 1_000, 1_000,
    ]);
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 5_000 }]);
  });

  it("is counted once when two processes file it, and in the hour in which it was answered", async () => {
    const path = aPath();
    const [one, other] = [open(path), open(path)];
    const uses = Array.from({ length: 3_000 }, (_, i) => {
      return aUse({ publicKeyId: `p${i % 700}`, at: aUse().at + (i % 2) * 3_600_000 });
    });
    await Promise.all(uses.map((use, i) => (i % 3 === 0 ? one : other).log.record(use)));
    const byHour = { ...november, granularity: "hour" } as const;
    const sums = await Promise.all([one, other].map(({ log }) => log.sum("org_1", byHour)));
    const counted = [{ served: 1_500 }, { served: 1_500 }];
    expect(sums).toMatchObject([counted, counted]);
    expect(await one.log.check()).toMatchObject({ requests: 3_000, differences: [] });
  });
});

describe("filing", () => {
  it("moves what was used into the hours and the sums, in pieces, and changes no answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { log, database } = open();
    const count = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get();
    const rows = () => ["use_journal", "secret_use", "usage_hour"].map(count);
    await Promise.all(
      Array.from({ length: 450 }, (_, i) => log.record(aUse({ publicKeyId: `p${i % 225}` }))),
    );
    await vi.advanceTimersByTimeAsync(9_999);
    expect(rows()).toEqual([1, 0, 0]);
    // Once to read it, and once to write a piece.
    await vi.advanceTimersByTimeAsync(6);
    expect(rows()).toEqual([1, 200, 0]);
    const before = await log.sum("org_1", november);
    expect(rows()).toEqual([0, 225, 225]);
    expect(before).toMatchObject([{ served: 450 }]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await log.sum("org_1", november)).toEqual(before);
    expect(await log.check()).toEqual({ months: 1, requests: 450, unread: 0, differences: [] });
  });

  it("leaves nothing to wait for a use that may never come", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const path = aPath();
    const first = open(path);
    await first.log.record(aUse());
    first.log.close();
    const { log } = open(path);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(log.countUnfiled()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_001);
    // In the middle of a pass.
    await log.record(aUse());
    await vi.advanceTimersByTimeAsync(9_000);
    expect(log.countUnfiled()).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log.countUnfiled()).toBe(0);
  });

  it("goes on where a process that was killed left off", async () => {
    const path = aPath();
    const first = open(path);
    await first.log.record(aUse());
    first.log.close();
    const { log, database } = open(path);
    await log.record(aUse());
    await log.closeBefore(november.to);
    expect(requestsIn(path)).toEqual([]);
    expect(database.prepare("select sum(requests) from usage_hour").pluck().get()).toBe(2);
    expect(await log.sum("org_1", november)).toMatchObject([{ served: 2 }]);
  });
});

it("syncs the disk when it closes, and not for every turn", async () => {
  const { log, database } = open(aPath());
  const pragmas = vi.spyOn(database, "pragma");
  await log.record(aUse());
  expect(pragmas).not.toHaveBeenCalled();
  await log.closeBefore(november.to);
  expect(pragmas.mock.calls.flat()).toEqual([
    "synchronous",
    { simple: true },
    "synchronous = full",
    "synchronous = 1",
  ]);
});

describe("the check", () => {
  it.each([
    [
      "a sum too high",
      "update usage_sum set served = served + 1 where granularity = 'day' and group_by = 'key'",
    ],
    [
      "a sum too low",
      "update usage_sum set served = served - 1 where granularity = 'hour' and group_by = 'none'",
    ],
    ["a sum that is missing", "delete from usage_sum where granularity = 'month' and group_by = 'route'"],
    [
      "a sum of nothing",
      "insert into usage_sum values ('org_9', 'month', 'none', 500000, '', 'live', 1, 0, 0)",
    ],
  ])("names %s", async (_, sql) => {
    const { log, database } = open();
    await log.record(aUse());
    await log.closeBefore(november.to);
    expect((await log.check()).differences).toEqual([]);
    database.exec(sql);
    expect((await log.check()).differences).toHaveLength(1);
  });

  it("compares the sums of months whose hours are forgotten with one another", async () => {
    const { log, database } = open();
    await log.record(aUse());
    await log.closeBefore(Date.UTC(2028, 0));
    database.exec("update usage_sum set served = 7 where group_by = 'key'");
    expect((await log.check()).differences).toMatchObject([
      { granularity: "month", groupBy: "key", counted: { served: 1 }, summed: { served: 7 } },
    ]);
  });
});
