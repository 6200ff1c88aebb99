import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { revoke } from "../../keys/revoke.ts";
import { aKey, anOrganization, noon, openDesk, outcomeOf, type TestDesk } from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { createSqliteKeyStore } from "../keys/key-store.ts";
import { createWrite } from "../storage/written.ts";
import { knownAlterations, lookAtSchema } from "./guard-schema.ts";
import { keysSealed } from "./sealed-table.ts";

const sealing = {
  keys: { current: createSecretKey(randomBytes(32)), earlier: [] },
  tables: keysSealed,
  migrations: keysMigrations,
  onBroken() {},
};

/** A sealed desk with a key, a second connection of it, and somebody who can write to the file. */
async function aSealedDesk() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const desk = openDesk(path, [], sealing);
  const open = () => openDatabase({ path, migrations: keysMigrations, now: noon, sealing });
  const database = open();
  const intruder = new Sqlite(path);
  intruder.unsafeMode(true);
  onTestFinished(() => {
    for (const one of [desk, database, intruder]) one.close();
    rmSync(folder, { recursive: true });
  });
  const { act } = await anOrganization(desk);
  const { key, token } = await aKey(desk, act, { scopes: ["products:read"] });
  const write = () => outcomeOf(aKey(desk, act, { name: randomBytes(8).toString("hex") }));
  return { desk, act, key, token, database, intruder, open, write };
}

const isLetIn = async (desk: TestDesk, token: string) =>
  (await verify(desk.store, token, { brand: "kat", now: noon })).valid;

const planted = "create trigger planted after insert on audit_entry begin select 1; end";

/** What somebody does beside the running server, what is told of it, and what ends it. */
const alterations: Readonly<Record<string, readonly [sql: string, told: RegExp, end: string]>> = {
  "a trigger that was added": [
    planted,
    /^Somebody has added the trigger planted\. This statement drops it: DROP TRIGGER "planted";$/,
    "drop trigger planted",
  ],
  "a trigger that does not call itself one": [
    `${planted}; pragma writable_schema = on;
     update sqlite_schema set type = 'TRIGGER' where name = 'planted'; pragma writable_schema = reset`,
    /^Somebody has added planted, past SQLite: restore a backup\.$/,
    "pragma writable_schema = on; delete from sqlite_schema where name = 'planted'; pragma writable_schema = reset; create table beside (id); drop table beside",
  ],
  "a trigger with a name for a shell": [
    planted.replace("planted", `"x'; rm -rf $HOME; '\n\u001b[2J"`),
    /^Somebody has added what has a name that is better not typed: restore a backup\.$/,
    `drop trigger "x'; rm -rf $HOME; '\n\u001b[2J"`,
  ],
  "an index of theirs on a table of ours": [
    "create index planted on api_key (id, revoked_at)",
    /^Somebody has added the index planted\. This statement drops it: DROP INDEX "planted";$/,
    "drop index planted",
  ],
  "a table that hides one of SQLite's": [
    "create table json_each (value)",
    /^Somebody has added json_each, past SQLite: restore a backup\.$/,
    "drop table json_each",
  ],
  "a column that was added": [
    "alter table member add column note text",
    /^Somebody has changed its table member: restore a backup\.$/,
    "alter table member drop column note",
  ],
  "a trigger of ours that was taken away": [
    "drop trigger audit_entry_never_goes",
    /^Somebody has taken away its trigger audit_entry_never_goes\. This statement puts it back: CREATE TRIGGER `audit_entry_never_goes` BEFORE DELETE ON `audit_entry` BEGIN .* END;$/,
    "CREATE TRIGGER `audit_entry_never_goes` BEFORE DELETE ON `audit_entry` BEGIN SELECT raise(ABORT, 'an audit entry is never deleted'); END;",
  ],
  "a trigger of ours that does nothing any more": [
    `drop trigger audit_entry_never_goes;
     create trigger audit_entry_never_goes before delete on audit_entry begin select 1; end`,
    /^Somebody has changed its trigger audit_entry_never_goes: restore a backup\.$/,
    "drop trigger audit_entry_never_goes; CREATE TRIGGER `audit_entry_never_goes` BEFORE DELETE ON `audit_entry`\nBEGIN SELECT raise(ABORT, 'an audit entry is never deleted'); END;",
  ],
  "an index of ours that was taken away": [
    "drop index seal_turn",
    /^Somebody has taken away its index seal_turn\. This statement puts it back: CREATE INDEX /,
    'CREATE INDEX `seal_turn` ON `seal` (`turn`) WHERE "seal"."turn" > 0',
  ],
};

describe("while the schema is not what the migrations made", () => {
  it.each(Object.entries(alterations))("by %s", async (_, [sql, told, end]) => {
    const { desk, act, key, token, database, intruder, open, write } = await aSealedDesk();
    expect(lookAtSchema(database)).toEqual([]);
    intruder.exec(sql);
    expect(await write()).toBe("schema_altered");
    const ending = revoke(desk, act, { keyId: key.id, reason: "unused", text: null });
    expect(await outcomeOf(ending)).toBe("schema_altered");
    expect(await isLetIn(desk, token)).toBe(true);
    // A process that nobody asks knows it, too, once it looks.
    expect(knownAlterations(database)).toEqual([]);
    expect(lookAtSchema(database)).toEqual([expect.stringMatching(told)]);
    expect(lookAtSchema(database)).toHaveLength(1);
    expect(knownAlterations(database)).toHaveLength(1);
    expect(open).toThrow(expect.objectContaining({ code: "schema_altered" }));

    intruder.exec(end);
    expect(await write()).toBe("done");
    expect(lookAtSchema(database)).toEqual([]);
    open().close();
  });

  it("a start tells of all, up to twenty", async () => {
    const { intruder, open } = await aSealedDesk();
    intruder.exec(`${planted}; drop trigger audit_entry_never_goes; drop trigger audit_head_never_goes`);
    expect(open).toThrow(
      /added the trigger planted\. .*\nSomebody has taken away .*_never_goes\. .*\nSomebody .*_never_goes\. /,
    );
  });

  it("no trigger of somebody's is run, whichever table it waits at", async () => {
    const { database, intruder } = await aSealedDesk();
    intruder.exec("create table seen (what text)");
    const tables = database
      .prepare<[], string>("select name from main.sqlite_schema where type = 'table' and name <> 'seen'")
      .pluck()
      .all();
    const guarded = tables.filter((table) => !table.startsWith("sqlite_"));
    expect(guarded).toContain("audit_entry");
    for (const table of guarded) {
      intruder.exec(
        `create trigger planted before delete on "${table}" begin insert into seen values ('x'); end`,
      );
      database.pragma("foreign_keys = off");
      const rows = database.prepare(`select count(*) from "${table}"`).pluck().get();
      const remove = () => database.exec(`delete from "${table}"`);
      if (rows === 0) remove();
      else expect(remove).toThrow(/not as Katkey made it|never|once/);
      intruder.exec("drop trigger planted");
      lookAtSchema(database);
    }
    expect(database.prepare("select count(*) from seen").pluck().get()).toBe(0);
  });

  it("a table that others add between the look and the change does not keep it from being made", async () => {
    const { database, intruder, act } = await aSealedDesk();
    let times = 0;
    const change = createWrite(database)(() => {
      times += 1;
      if (times === 1) intruder.exec("create table _litestream_seq (id integer primary key, seq integer)");
      return database.prepare("update organization set name = 'Other' where id = ?").run(act.organizationId)
        .changes;
    });
    expect(await change).toBe(1);
    expect(times).toBe(2);
  });

  it("a token is neither good nor bad where the table that it is looked up in is gone", async () => {
    const { database, intruder, token } = await aSealedDesk();
    const store = createSqliteKeyStore(database);
    intruder.pragma("foreign_keys = off");
    intruder.exec("alter table seal rename to elsewhere");
    const judged = verify(store, token, { brand: "kat", now: noon });
    expect(await outcomeOf(judged)).toBe("schema_altered");
  });
});
