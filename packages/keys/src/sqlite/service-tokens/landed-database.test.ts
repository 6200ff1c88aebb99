import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { installation, type AuditEvent } from "../../audit/audit.ts";
import { noon } from "../../testing/index.ts";
import { appendAudit } from "../audit/audit-trail.ts";
import { createSqliteAuditLog } from "../audit/audit-log.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";

const landed = keysMigrations.filter(({ name }) => name < "keys/0010");
const organizations = ["org_one", "org_two"] as const;

const event = (organizationId: AuditEvent["organizationId"], at: number): AuditEvent => ({
  organizationId,
  at,
  actor: { type: "user", id: "usr_one", label: "olivia@example.com" },
  action: "key.issued",
  object: { type: "key", id: "key_one", label: "Shop" },
  address: null,
  requestId: "r",
  before: null,
  after: { name: "Shop", addresses: [] },
});

/** A database of the version before service tokens, with the logs of two organizations. */
function aLandedDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "katkey.db");
  const database = openDatabase({ path, migrations: landed, now: noon });
  const tx = drizzle(database);
  const fill = database.transaction(() => {
    for (const id of organizations) {
      database
        .prepare(
          "insert into organization (id, name, plan, api_access, created_at) values (?, 'A', 'free', 1, 0)",
        )
        .run(id);
      for (let i = 0; i < 300; i += 1) appendAudit(tx, event(id, noon + i));
    }
  });
  fill();
  database.close();
  return path;
}

function opened(path: string): Database {
  const database = openDatabase({ path, migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  return database;
}

const namesOf = (database: Database, type: "index" | "trigger") =>
  database
    .prepare<string[], string>(
      "select name from sqlite_schema where type = ? and tbl_name in ('audit_entry', 'audit_head') order by name",
    )
    .pluck()
    .all(type);

describe("a database of the version before service tokens", () => {
  it("keeps every entry of every log, its place, its hash and the noted end", async () => {
    const path = aLandedDatabase();
    const before = new Sqlite(path);
    const entries = before.prepare("select * from audit_entry order by organization_id, seq").all();
    const heads = before.prepare("select * from audit_head order by organization_id").all();
    before.close();

    const database = opened(path);
    expect(entries).toHaveLength(600);
    expect(database.prepare("select * from audit_entry order by organization_id, seq").all()).toEqual(
      entries,
    );
    expect(database.prepare("select * from audit_head order by organization_id").all()).toEqual(heads);
    const audit = createSqliteAuditLog(database);
    for (const id of organizations) {
      expect(await audit.verify(id)).toMatchObject({ intact: true, entries: 300, length: 300 });
      await audit.append(event(id, noon + 300));
      expect(await audit.verify(id)).toMatchObject({ intact: true, entries: 301 });
    }
  });

  it("keeps every index and every law of the log, and gets one in place of the reference", () => {
    const path = aLandedDatabase();
    const before = new Sqlite(path);
    const [indexes, triggers] = [namesOf(before, "index"), namesOf(before, "trigger")];
    before.close();

    const database = opened(path);
    expect(namesOf(database, "index")).toEqual(indexes);
    expect(namesOf(database, "trigger")).toEqual(
      [...triggers, "audit_entry_of_somebody", "audit_head_of_somebody"].toSorted(),
    );
    for (const statement of [
      "delete from audit_entry where seq = 300",
      "update audit_entry set after = null",
      "replace into audit_entry select * from audit_entry",
      "update audit_head set seq = 1",
      "delete from audit_head",
      "replace into audit_head select * from audit_head",
      "insert into audit_head values ('org_three', 1, '')",
    ]) {
      expect(() => database.exec(statement)).toThrow(/an audit/);
    }
  });

  it("begins the installation's own log with its first entry", async () => {
    const audit = createSqliteAuditLog(opened(aLandedDatabase()));
    expect(await audit.verify(installation)).toMatchObject({ intact: true, entries: 0 });
    await audit.append({ ...event(installation, noon), action: "service_token.issued" });
    expect(await audit.verify(installation)).toMatchObject({ intact: true, entries: 1 });
    expect(await audit.verify("org_one")).toMatchObject({ intact: true, entries: 300 });
  });
});
