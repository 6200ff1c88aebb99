import type { Database } from "better-sqlite3";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noon } from "../../testing/index.ts";
import { aUse, november } from "../../testing/usage-log-contract.ts";
import type { Use } from "../../usage/usage.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../index.ts";
import { prepareFiling } from "./filing.ts";
import { prepareUseJournal } from "./use-journal.ts";

function aFile() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "usage.db");
}

/** A process of its own, as far as the file can tell. */
function aProcess(path = ":memory:") {
  const database = openDatabase({ path, migrations: usageMigrations, now: noon, durability: "normal" });
  onTestFinished(() => void database.close());
  const journal = prepareUseJournal(database);
  const failures: unknown[] = [];
  const filing = prepareFiling(database, journal, (cause) => failures.push(cause));
  return { database, journal, filing, failures };
}

/** Of so many secrets, each of an organization and a hour that differ from its neighbour's. */
function usesOf(secrets: number): readonly Use[] {
  return Array.from({ length: secrets }, (_, i) =>
    aUse({
      publicKeyId: `p${i}`,
      keyId: `key_${i}`,
      organizationId: `org_${i % 7}`,
      at: noon + (i % 3) * 3_600_000,
    }),
  );
}

function counted(database: Database) {
  const one = (sql: string) => database.prepare(sql).pluck().get();
  return {
    hours: one("select coalesce(sum(requests), 0) from usage_hour"),
    sums: one(
      "select coalesce(sum(served), 0) from usage_sum where granularity = 'month' and group_by = 'key'",
    ),
    last: one("select coalesce(sum(requests), 0) from secret_use"),
    clients: one("select coalesce(sum(requests), 0) from usage_client"),
    waiting: one("select count(*) from use_journal"),
  };
}

const allOf = (requests: number) => {
  return { hours: requests, sums: requests, last: requests, clients: requests, waiting: 0 };
};

const fileAll = ({ journal, filing }: Pick<ReturnType<typeof aProcess>, "journal" | "filing">) => {
  while (journal.last() > 0) filing.step();
};

describe("filing", () => {
  it("does one pass at a time, and leaves to the next what comes meanwhile", () => {
    const { database, journal, filing } = aProcess();
    journal.append(usesOf(900));
    expect(filing.step()).toBe(true);
    journal.append(usesOf(30));
    while (filing.step());
    expect(counted(database)).toEqual({ ...allOf(900), waiting: 1 });
    while (filing.step());
    expect(counted(database)).toEqual(allOf(930));
  });

  it("goes on at once when a pass cannot hold all that waits", () => {
    const { database, journal, filing } = aProcess();
    for (let turn = 0; turn < 44; turn += 1)
      journal.append(usesOf(1_000).map((use) => ({ ...use, publicKeyId: `${turn}${use.publicKeyId}` })));
    while (filing.step());
    expect(counted(database)).toEqual(allOf(44_000));
    expect(database.prepare("select pass from filing").pluck().get()).toBe(4);
  });

  it("does a piece at a time, and says when nothing waits", () => {
    const { database, journal, filing } = aProcess();
    expect(filing.step()).toBe(false);
    journal.append(usesOf(900));
    let steps = 0;
    const rows: unknown[] = [];
    while (filing.step()) {
      steps += 1;
      rows.push(database.prepare("select total_changes()").pluck().get());
    }
    expect(steps).toBeGreaterThan(10);
    const changes = rows.map((now, i) => Number(now) - Number(rows[i - 1] ?? 0)).slice(1);
    expect(Math.max(...changes)).toBeLessThan(1_000);
    expect(counted(database)).toEqual(allOf(900));
  });

  it("takes a secret apart that was used for very much, and is gone on with in the middle of it", () => {
    const path = aFile();
    const [dying, heir] = [aProcess(path), aProcess(path)];
    const uses = Array.from({ length: 3_000 }, (_, i) =>
      aUse({ route: `/orders/${i}`, address: `${i % 300}` }),
    );
    dying.journal.append([...uses, ...usesOf(50)]);
    const changes = () => Number(dying.database.prepare("select total_changes()").pluck().get());
    const pieces: number[] = [];
    for (let piece = 0; piece < 12; piece += 1) {
      const before = changes();
      dying.filing.step();
      pieces.push(changes() - before);
    }
    expect(Math.max(...pieces)).toBeLessThan(1_500);
    expect(counted(dying.database).hours).toBeGreaterThan(0);
    fileAll(heir);
    expect(counted(heir.database)).toEqual(allOf(3_050));
    const log = createSqliteUsageLog(heir.database, (cause) => expect.fail(String(cause)));
    return expect(log.check()).resolves.toMatchObject({ requests: 3_050, differences: [] });
  });

  it.each([1, 3, 8])(
    "is finished by another process after a death in piece %i, and counts once",
    (pieces) => {
      const path = aFile();
      const dying = aProcess(path);
      dying.journal.append(usesOf(1_200));
      for (let piece = 0; piece < pieces; piece += 1) dying.filing.step();
      const before = counted(dying.database);
      const heir = aProcess(path);
      heir.journal.append(usesOf(5));
      fileAll(heir);
      expect(counted(heir.database)).toEqual(allOf(1_205));
      expect(before.waiting).toBe(2);
    },
  );

  it("writes nothing of what another process has filed meanwhile, though the journal begins anew", () => {
    const path = aFile();
    const [slow, quick] = [aProcess(path), aProcess(path)];
    slow.journal.append(usesOf(10));
    slow.filing.step();
    while (quick.filing.step());
    quick.journal.append(usesOf(10));
    fileAll(slow);
    expect(counted(slow.database)).toEqual(allOf(20));
  });

  it("writes nothing of a pass that another process has begun with another end", () => {
    const path = aFile();
    const [slow, dying] = [aProcess(path), aProcess(path)];
    slow.journal.append(usesOf(700));
    slow.filing.step();
    dying.journal.append(usesOf(300));
    for (let piece = 0; piece < 4; piece += 1) dying.filing.step();
    expect(counted(slow.database)).toMatchObject({ hours: 0, waiting: 2 });
    expect(counted(slow.database).last).toBeGreaterThan(0);
    // There is more to be done, and at once.
    expect(slow.filing.step()).toBe(true);
    fileAll(slow);
    expect(counted(slow.database)).toEqual(allOf(1_000));
  });

  it("keeps what it has read while another process writes", () => {
    const path = aFile();
    const [one, other] = [aProcess(path), aProcess(path)];
    one.database.pragma("busy_timeout = 1");
    one.journal.append(usesOf(10));
    one.filing.step();
    other.database.exec("begin immediate");
    expect(() => one.filing.step()).toThrow("locked");
    other.database.exec("commit");
    expect(one.filing.step()).toBe(false);
    expect(counted(one.database)).toEqual(allOf(10));
  });

  it("holds so many uses at most, and more in a pass that others have begun with more", () => {
    const path = aFile();
    const { database, filing } = aProcess(path);
    const row = JSON.stringify(Array.from({ length: 1_000 }, () => aUse()));
    const append = database.prepare("insert into use_journal (uses) values (?)");
    const passes = () => Number(database.prepare("select pass from filing").pluck().get()) - 1;
    for (let i = 0; i < 101; i += 1) append.run(row);
    while (filing.step());
    expect(passes()).toBe(2);
    for (let i = 0; i < 101; i += 1) append.run(row);
    database.exec("update filing set up_to = 101");
    let pieces = 0;
    while (filing.step() && pieces < 1_000) pieces += 1;
    expect(passes()).toBe(3);
    expect(counted(database)).toEqual(allOf(202_000));
  });

  it("forgets clients of more than thirty days before the latest it files", () => {
    const { database, journal, filing } = aProcess();
    const dayMs = 24 * 3_600_000;
    const days = () => database.prepare("select day from usage_client order by day").pluck().all();
    const today = Math.floor(noon / dayMs);
    journal.append([aUse({ at: noon - 31 * dayMs }), aUse({ at: noon - 30 * dayMs })]);
    fileAll({ journal, filing });
    expect(days()).toEqual([today - 31, today - 30]);
    journal.append([aUse({ at: noon - 5 * dayMs }), aUse({ publicKeyId: "p2" })]);
    fileAll({ journal, filing });
    expect(days()).toEqual([today - 30, today - 5, today]);
  });

  it("takes nothing back when what it was part of is", () => {
    const { database, journal, filing } = aProcess();
    journal.append(usesOf(700));
    filing.step();
    const undone = database.transaction(() => {
      while (filing.step());
      throw new Error("undone");
    });
    expect(() => undone.immediate()).toThrow("undone");
    expect(counted(database)).toMatchObject({ hours: 0, last: 0, waiting: 1 });
    while (filing.step());
    expect(counted(database)).toEqual(allOf(700));
  });

  it("keeps nothing of a pass that was begun in what is taken back: its number comes again", () => {
    const path = aFile();
    const [slow, quick] = [aProcess(path), aProcess(path)];
    slow.journal.append(usesOf(10));
    slow.filing.step();
    slow.journal.append(usesOf(20));
    const undone = slow.database.transaction(() => {
      while (slow.filing.step());
      slow.filing.step();
      slow.database.exec(
        "create trigger never before insert on secret_use begin select raise(abort, 'no'); end",
      );
      slow.filing.step();
    });
    expect(() => undone.immediate()).toThrow("no");
    fileAll(quick);
    quick.journal.append(usesOf(30));
    quick.journal.append(usesOf(40));
    fileAll(slow);
    expect(counted(slow.database)).toEqual(allOf(100));
  });

  it.each([
    ["last uses", "insert on secret_use"],
    ["clients", "insert on usage_client"],
    ["hours", "insert on usage_hour"],
    ["sums", "insert on usage_sum"],
    ["how far it has come", "update on filing"],
    ["what is forgotten", "delete on use_journal"],
  ])("is as if it had not tried when %s cannot be written, and tries again", (_, when) => {
    const { database, journal, filing } = aProcess();
    journal.append(usesOf(10));
    fileAll({ journal, filing });
    journal.append(usesOf(900));
    database.exec(`create trigger never before ${when} begin select raise(abort, 'no'); end`);
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(() => {
        while (filing.step());
      }).toThrow("no");
    expect(counted(database)).toMatchObject({ waiting: 1 });
    database.exec("drop trigger never");
    fileAll({ journal, filing });
    expect(counted(database)).toEqual(allOf(910));
  });

  it("counts each use once, whoever does which piece when, or dies", () => {
    const act = fc.oneof(
      fc.record({ by: fc.nat(1), does: fc.constant("step" as const), times: fc.integer({ min: 1, max: 6 }) }),
      fc.record({
        by: fc.nat(1),
        does: fc.constant("use" as const),
        times: fc.integer({ min: 1, max: 600 }),
      }),
      fc.record({ by: fc.nat(1), does: fc.constant("die" as const), times: fc.constant(1) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const path = aFile();
        const processes = [aProcess(path), aProcess(path)];
        let used = 0;
        for (const { by, does, times } of acts) {
          const one = processes[by] as ReturnType<typeof aProcess>;
          if (does === "die") processes[by] = aProcess(path);
          if (does === "use") one.journal.append(usesOf(times));
          if (does === "use") used += times;
          if (does === "step") for (let i = 0; i < times; i += 1) one.filing.step();
        }
        const [one] = processes as [ReturnType<typeof aProcess>];
        fileAll(one);
        expect(counted(one.database)).toEqual(allOf(used));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is in the journal and is no use", () => {
  const { requests: _, ...without } = aUse();
  const damaged = [
    "",
    '[{"publicKeyId":"p1","requ',
    "null",
    "7",
    JSON.stringify({ uses: [aUse()] }),
    JSON.stringify([null]),
    JSON.stringify([7, "use", []]),
    JSON.stringify([without]),
    JSON.stringify([{ ...aUse(), at: Number.NaN }]),
    JSON.stringify([{ ...aUse(), at: 1e300 }]),
    JSON.stringify([{ ...aUse(), cause: undefined }]),
    JSON.stringify([{ ...aUse(), userAgent: 7 }]),
    JSON.stringify([{ ...aUse(), refused: 1 }]),
  ];

  it.each(damaged)("is set aside as it was, and holds up nothing: %s", async (text) => {
    const { database, journal, filing, failures } = aProcess();
    journal.append(usesOf(20));
    database.prepare("insert into use_journal (uses) values (?)").run(text);
    journal.append(usesOf(700));
    fileAll({ journal, filing });
    expect(counted(database)).toEqual(allOf(720));
    expect(database.prepare("select uses from unread_use").pluck().all()).toEqual([text]);
    const log = createSqliteUsageLog(database, (cause) => expect.fail(String(cause)));
    expect(await log.check()).toMatchObject({ requests: 720, unread: 1 });
    expect(failures).toEqual([expect.objectContaining({ message: expect.stringMatching(/unread_use/) })]);
  });

  it("takes no other use of its row along", () => {
    const { database, journal, filing } = aProcess();
    const damage = { ...aUse(), status: "200" };
    const row = JSON.stringify([aUse(), damage, aUse({ publicKeyId: "p2", newer: "field" } as Partial<Use>)]);
    database.prepare("insert into use_journal (uses) values (?)").run(row);
    fileAll({ journal, filing });
    expect(counted(database)).toEqual(allOf(2));
    expect(database.prepare("select uses from unread_use").pluck().all()).toEqual([JSON.stringify([damage])]);
  });

  it("is set aside once, and not before its pass has ended, though processes die", () => {
    const path = aFile();
    const dying = aProcess(path);
    dying.journal.append(usesOf(900));
    dying.database.prepare("insert into use_journal (uses) values ('[')").run();
    for (let piece = 0; piece < 4; piece += 1) dying.filing.step();
    const aside = () => dying.database.prepare("select uses from unread_use").pluck().all();
    expect(aside()).toEqual([]);
    const heir = aProcess(path);
    fileAll(heir);
    dying.filing.step();
    expect(aside()).toEqual(["["]);
    expect(counted(heir.database)).toEqual(allOf(900));
  });
});

it("takes over what was tallied before there was a journal to file from", async () => {
  const path = aFile();
  const before = openDatabase({ path, migrations: usageMigrations.slice(0, 5), now: noon });
  const hour = Math.floor(noon / 3_600_000);
  const tallied = before.prepare(
    `insert into tally (public_key_id, hour, route, status_class, refused, cause, organization_id, environment, key_id, requests)
     values (?, ?, ?, ?, ?, ?, 'org_1', 'live', ?, ?)`,
  );
  tallied.run("p1", hour, "GET /v1/user", 2, 0, "none", "key_1", 5);
  tallied.run("p1", hour + 13, "GET /v1/user", 2, 0, "none", "key_1", 6);
  tallied.run("p2", hour, "GET /v1/user", 4, 1, "rate_limited", "key_1", 7);
  tallied.run("p3", hour, "POST /v1/keys", 5, 0, "internal_error", "key_2", 8);
  before
    .prepare("insert into usage_sum values ('org_1', 'month', 'none', ?, '', 'live', 100, 0, 0)")
    .run(november.from / 3_600_000);
  before.close();

  const database = openDatabase({ path, migrations: usageMigrations, now: noon });
  const log = createSqliteUsageLog(database, (cause) => expect.fail(String(cause)));
  onTestFinished(() => log.close());
  expect(await log.sum("org_1", november)).toMatchObject([{ served: 111, refused: 7, failed: 8 }]);
  const month = { ...november, groupBy: "cause" } as const;
  expect(await log.sum("org_1", month)).toMatchObject([
    { group: "internal_error", failed: 8 },
    { group: "none", served: 11 },
    { group: "rate_limited", refused: 7 },
  ]);
  // All that differs is what was summed by hand.
  expect((await log.check()).differences).toMatchObject([
    { granularity: "month", groupBy: "none", counted: { served: 11 }, summed: { served: 111 } },
  ]);
});

it("counts what was tallied for closed months where nothing is counted behind any more", async () => {
  const path = aFile();
  const before = openDatabase({ path, migrations: usageMigrations.slice(0, 5), now: noon });
  const line = november.from / 3_600_000;
  before.prepare("update usage_closed set end = ?").run(line);
  const tallied = before.prepare(
    `insert into tally (public_key_id, hour, route, status_class, refused, cause, organization_id, environment, key_id, requests)
     values (?, ?, 'GET /v1/user', 2, 0, 'none', 'org_1', 'live', 'key_1', ?)`,
  );
  for (const [hour, requests] of [
    [line - 800, 1],
    [line - 1, 10],
    [line, 100],
    [line + 1, 1_000],
  ] as const)
    tallied.run("p1", hour, requests);
  before.close();

  const database = openDatabase({ path, migrations: usageMigrations, now: noon });
  const log = createSqliteUsageLog(database, (cause) => expect.fail(String(cause)));
  onTestFinished(() => log.close());
  const byHour = { ...november, from: november.from - 1_000 * 3_600_000, granularity: "hour" } as const;
  expect(await log.sum("org_1", byHour)).toMatchObject([{ served: 111 }, { served: 1_000 }]);
  expect(await log.check()).toMatchObject({ months: 1, requests: 1_111, differences: [] });
});
