import type { Database } from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { chainEntry } from "../../audit/audit.ts";
import { anAuditEvent, describeAuditLog } from "../../testing/audit-log-contract.ts";
import { noon } from "../../testing/index.ts";
import { createSqliteAuditLog, keysMigrations, openDatabase } from "../index.ts";

function open() {
  const database = openDatabase({ path: ":memory:", migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  for (const id of ["org_1", "org_2"]) {
    database
      .prepare(
        "insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values (?, 'A', 'standard', null, 1, null, 0)",
      )
      .run(id);
  }
  const organizationIds = ["org_1", "org_2"] as const;
  return { database, audit: createSqliteAuditLog(database), organizationIds };
}

describeAuditLog("the audit log on SQLite", open);

async function aChain(length: number) {
  const { database, audit } = open();
  await audit.append(...Array.from({ length }, () => anAuditEvent("org_1")));
  await audit.append(anAuditEvent("org_2"));
  return { database, audit };
}

/** As somebody does who has the file. */
function pastTheGuards(database: Database, sql: string): void {
  for (const trigger of database
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all()) {
    database.exec(`drop trigger ${trigger}`);
  }
  database.exec(sql);
}

describe("the chain", () => {
  it.each([
    "seq = 9",
    "at = at + 1",
    "at = '1795262400000x'",
    "actor_type = 'system'",
    "actor_id = 'usr_2'",
    "actor_id = null",
    "actor_label = 'bob@example.com'",
    "action = 'key.revoked'",
    "object_type = 'member'",
    "object_id = 'key_2'",
    "object_label = 'Stock'",
    "address = '192.0.2.2'",
    "address = null",
    "request_id = 'r2'",
    "request_id = null",
    'before = \'{"name":"Shop","scopes":[]}\'',
    "before = null",
    "before = 'no JSON'",
    'after = \'{"name":"Store","scopes":null}\'',
    "after = null",
    "after = x'00'",
    "previous_hash = hash",
    "hash = previous_hash",
    "organization_id = 'org_2'",
  ])("is broken where somebody has set %s", async (change) => {
    const { database, audit } = await aChain(3);
    pastTheGuards(database, `update audit_entry set ${change} where organization_id = 'org_1' and seq = 2`);
    const gone = /^(?:seq|organization_id|at = '|before = 'no|after = x)/.test(change);
    const fault = gone ? "missing" : "changed";
    expect(await audit.verify("org_1")).toEqual({ intact: false, firstBrokenSeq: 2, fault });
  });

  it("is intact when only the order of names in an entry's JSON has changed", async () => {
    const { database, audit } = await aChain(3);
    const other = JSON.stringify({ scopes: ["keys:read"], name: "Shop" });
    pastTheGuards(database, `update audit_entry set before = '${other}' where seq = 2`);
    expect(await audit.verify("org_1")).toMatchObject({ intact: true, entries: 3 });
  });

  it.each([
    [
      "an entry far behind was changed",
      "update audit_entry set address = null where seq = 777",
      777,
      "changed",
    ],
    ["an entry far behind was taken away", "delete from audit_entry where seq = 777", 777, "missing"],
    ["the first entries were cut off", "delete from audit_entry where seq <= 500", 1, "missing"],
    ["the last entry was cut off", "delete from audit_entry where seq = 1200", 1_200, "missing"],
    ["the last entries were cut off", "delete from audit_entry where seq > 1000", 1_001, "missing"],
    ["every entry was taken away", "delete from audit_entry", 1, "missing"],
    ["the end was forgotten", "delete from audit_head", 1, "added"],
    ["the end was moved back", "update audit_head set seq = 1100", 1_101, "added"],
    ["the end was moved on", "update audit_head set seq = 1300", 1_201, "missing"],
    ["the end is another", "update audit_head set hash = 'x'", 1_200, "rewritten"],
  ])("is broken when %s", async (_what, damage, firstBrokenSeq, fault) => {
    const { database, audit } = await aChain(1_200);
    pastTheGuards(database, damage);
    expect(await audit.verify("org_1")).toEqual({ intact: false, firstBrokenSeq, fault });
  });

  it("is broken when its last entry was written anew, with the hash that belongs to it", async () => {
    const { database, audit } = await aChain(3);
    const [last] = (await audit.list("org_1", { limit: 1 })).items;
    const { hash } = chainEntry(anAuditEvent("org_1", { address: null }), 3, last?.previousHash ?? "");
    pastTheGuards(database, `update audit_entry set address = null, hash = '${hash}' where seq = 3`);
    expect(await audit.verify("org_1")).toEqual({ intact: false, firstBrokenSeq: 3, fault: "rewritten" });
  });

  it("is broken behind an entry that was written anew, with the hash that belongs to it", async () => {
    const { database, audit } = await aChain(3);
    const { items } = await audit.list("org_1", { limit: 3 });
    const { hash } = chainEntry(anAuditEvent("org_1", { address: null }), 2, items[1]?.previousHash ?? "");
    pastTheGuards(database, `update audit_entry set address = null, hash = '${hash}' where seq = 2`);
    expect(await audit.verify("org_1")).toEqual({ intact: false, firstBrokenSeq: 3, fault: "unlinked" });
  });

  it("does not keep the log from being read, wherever it is broken", async () => {
    for (const damage of ["before = 'no JSON'", "at = 'noon'", "hash = 'x'"]) {
      const { database, audit } = await aChain(3);
      pastTheGuards(database, `update audit_entry set ${damage} where organization_id = 'org_1' and seq = 2`);
      const { items } = await audit.list("org_1", { limit: 3 });
      expect(items.map(({ seq }) => seq)).toEqual(damage.startsWith("hash") ? [3, 2, 1] : [3, 1]);
    }
  });

  it.each([
    ["insert or replace into audit_entry select * from audit_entry where seq = 2", "never replaced"],
    ["replace into audit_entry select * from audit_entry where seq = 3", "never replaced"],
    ["update or replace audit_entry set seq = 1 where seq = 2", "never changes"],
    ["delete from audit_entry", "never deleted"],
    ["update audit_head set seq = seq - 1", "only grows"],
    ["insert or replace into audit_head values ('org_1', 1, 'x')", "never begun again"],
    ["delete from audit_head", "never deleted"],
  ])("is not damaged by %s", async (sql, refusal) => {
    const { database, audit } = await aChain(3);
    expect(() => database.exec(sql)).toThrow(refusal);
    expect(await audit.verify("org_1")).toMatchObject({ intact: true, entries: 3 });
  });

  it("is found by an index, whatever is asked of it", async () => {
    const { database, audit } = await aChain(1);
    const asked: string[] = [];
    const prepare = database.prepare.bind(database);
    database.prepare = (sql: string) => {
      asked.push(sql);
      return prepare(sql);
    };
    const stepsOf = (sql: string) => {
      const values = sql.match(/\?/g)?.map(() => 1) ?? [];
      const steps = prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values);
      return steps.map(({ detail }) => detail);
    };
    const indexOf = async (query: object) => {
      await audit.list("org_1", { limit: 5, ...query });
      const [outer, list, ...steps] = stepsOf(asked.at(-1) ?? "");
      expect(outer).toMatch(/^SEARCH audit_entry USING INDEX \S+ \(organization_id=\? AND seq=\?\)$/);
      expect(list).toMatch(/^LIST SUBQUERY/);
      return steps.map((step) => step.replace(/^SEARCH audit_entry USING (?:COVERING )?INDEX /, ""));
    };
    const seqs = "seq>? AND seq<?";
    expect(await indexOf({})).toEqual([`sqlite_autoindex_audit_entry_1 (organization_id=? AND ${seqs})`]);
    expect(await indexOf({ action: "key.edited", before: 9 })).toEqual([
      `audit_entry_by_action (organization_id=? AND action=? AND ${seqs})`,
    ]);
    expect(await indexOf({ actorId: "usr_1", action: "key.edited" })).toEqual([
      `audit_entry_by_actor (organization_id=? AND actor_id=? AND ${seqs})`,
    ]);
    expect(await indexOf({ actorId: null })).toEqual([
      `audit_entry_by_actor (organization_id=? AND actor_id=? AND ${seqs})`,
    ]);
    expect(await indexOf({ objectId: "key_1", actorId: "usr_1", action: "key.edited", from: 1 })).toEqual([
      `audit_entry_by_object (organization_id=? AND object_id=? AND ${seqs})`,
    ]);
    expect(await indexOf({ from: 1, to: noon + 1 })).toEqual([
      `sqlite_autoindex_audit_entry_1 (organization_id=? AND ${seqs})`,
    ]);
    for (const step of asked.filter((sql) => sql.includes('min("seq")'))) {
      expect(stepsOf(step)).toEqual([
        expect.stringMatching(
          /^SEARCH audit_entry USING COVERING INDEX audit_entry_by_time \(organization_id=\? AND at>\?/,
        ),
      ]);
    }
    await audit.listActors("org_1");
    const steps = stepsOf(asked.at(-1) ?? "").filter((step) => step.includes("audit_entry"));
    for (const step of steps) expect(step).toMatch(/^SEARCH audit_entry USING (?:COVERING )?INDEX/);
  });
});
