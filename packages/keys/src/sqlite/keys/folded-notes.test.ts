import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { keysMigrations, openDatabase } from "../index.ts";

it("folds the notes of a database that comes from an older version", () => {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "katkey.db");
  const older = keysMigrations.filter(({ name }) => name < "keys/0009");
  const before = openDatabase({ path, migrations: older, now: noon });
  before.exec(`
    insert into organization (id, name, plan, api_access, created_at) values ('org_1', 'Acme', 'standard', 1, 0);
    insert into member (id, organization_id, user_id, role, joined_at) values ('mem_1', 'org_1', 'usr_1', 'owner', 0)`);
  const insert = before.prepare(`
    insert into api_key (id, organization_id, name, name_folded, note, environment, scopes, addresses,
      responsible_member_id, created_at, created_by_type, created_by_label)
    values (?, 'org_1', ?, ?, ?, 'live', '[]', '[]', 'mem_1', 0, 'system', 'test')`);
  insert.run("key_1", "a", "a", "Runs in KØBENHAVN");
  insert.run("key_2", "b", "b", null);
  before.close();

  const after = openDatabase({ path, migrations: keysMigrations, now: noon });
  onTestFinished(() => void after.close());
  const notes = after.prepare("select note_folded from api_key order by id").pluck().all();
  expect(notes).toEqual(["runs in københavn", null]);
});
