import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { edit } from "../../keys/edit.ts";
import { revoke } from "../../keys/revoke.ts";
import { rotate } from "../../keys/rotate.ts";
import type { KeyId } from "../../id.ts";
import {
  aKey,
  anOrganization,
  noon,
  openDesk,
  outcomeOf,
  type TestDesk,
  type Worker,
} from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { changeDatabase } from "../file/read-database.ts";
import { createSqliteKeyStore } from "../keys/key-store.ts";
import type { SealKeys } from "./mac.ts";
import { applySeals, checkSeals, renewSeals } from "./seal-rows.ts";
import { keysSealed } from "./sealed-table.ts";
import { assertKnowsTurn, learnTurns } from "./turns.ts";

const aSecret = () => createSecretKey(randomBytes(32));
const keys: SealKeys = { current: aSecret(), earlier: [] };
const sealing = (withKeys = keys) => ({
  keys: withKeys,
  tables: keysSealed,
  migrations: keysMigrations,
  onBroken() {},
});

function aPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "katkey.db");
}

function aProcess(path: string, withKeys = keys): TestDesk {
  const desk = openDesk(path, [], sealing(withKeys));
  onTestFinished(() => desk.close());
  return desk;
}

/** A connection that seals, as a process of an installation opens it that serves. */
function started(path: string, withKeys = keys): Database {
  const options = { path, migrations: keysMigrations, now: noon, sealing: sealing(withKeys) };
  const database = openDatabase({ ...options, mustBeLatest: true });
  onTestFinished(() => void database.close());
  return database;
}

/** Somebody who can write to the file and has no key to it, but has copied rows and seals before. */
function anIntruder(path: string) {
  const database = new Sqlite(path);
  onTestFinished(() => void database.close());
  const kept = [...keysSealed.map(({ name }) => name), "seal", "seal_total", "audit_entry"];
  const triggers = database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  // Without those that are computed.
  const columnsOf = (table: string) =>
    database.prepare<[string], string>("select name from pragma_table_info(?)").pluck().all(table).join();
  return {
    database,
    copy(): void {
      for (const table of kept)
        database.exec(`create temp table "old_${table}" as select * from main."${table}"`);
    },
    /** The rows of these tables are as they were copied, and the schema as it is. */
    putBack(...tables: readonly string[]): void {
      database.pragma("foreign_keys = off");
      const statements = [
        ...triggers.map(({ name }) => `drop trigger "${name}"`),
        ...tables.flatMap((table) => [
          `delete from main."${table}"`,
          `insert into main."${table}" (${columnsOf(table)}) select ${columnsOf(table)} from temp."old_${table}"`,
        ]),
        ...triggers.map(({ sql }) => sql),
      ];
      database.transaction(() => database.exec(statements.join(";\n"))).immediate();
    },
    everything: kept,
  };
}

const isLetIn = async (desk: TestDesk, token: string) =>
  (await verify(desk.store, token, { brand: "kat", now: noon + 1 })).valid;

type Ending = (desk: TestDesk, owner: Worker, keyId: KeyId) => Promise<unknown>;

const endings: Readonly<Record<string, Ending>> = {
  "a key that was revoked": (desk, { act }, keyId) =>
    revoke(desk, act, { keyId, reason: "unused", text: null }),
  "a secret that was replaced": (desk, { act }, keyId) => rotate(desk, act, { keyId, overlapSeconds: 0 }),
  "a key that was to expire sooner": (desk, { act }, keyId) =>
    edit(desk, act, { keyId, expiresAt: noon + 1 }),
};

describe("what is put back as it had been, with the seal that it had then", () => {
  it.each(Object.entries(endings))("%s is not let in again", async (_, end) => {
    const path = aPath();
    const [desk, beside] = [aProcess(path), aProcess(path)];
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    // So that it has been asked about, and learns what happens since.
    expect(await isLetIn(beside, token)).toBe(true);
    const intruder = anIntruder(path);
    intruder.copy();
    await end(desk, owner, key.id);
    expect(await isLetIn(beside, token)).toBe(false);
    intruder.putBack(...intruder.everything);
    expect(await isLetIn(desk, token)).toBe(false);
    expect(await isLetIn(beside, token)).toBe(false);
  });

  it("is not believed by a process that was started since the change", async () => {
    const path = aPath();
    const desk = aProcess(path);
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    const intruder = anIntruder(path);
    intruder.copy();
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    const later = aProcess(path);
    intruder.putBack("api_key", "seal");
    expect(await isLetIn(later, token)).toBe(false);
  });

  it("is ended by a command, which knows of no change before, and made the latest by none", async () => {
    const path = aPath();
    const desk = aProcess(path);
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    const intruder = anIntruder(path);
    intruder.copy();
    await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 0 });
    intruder.putBack("api_key", "key_secret", "seal");
    const database = changeDatabase(path, keysMigrations, sealing());
    onTestFinished(() => void database.close());
    const command = { ...desk, store: createSqliteKeyStore(database) };
    // Which would have the secret that was put back accepted for a minute more.
    await expect(rotate(command, owner.act, { keyId: key.id, overlapSeconds: 60 })).rejects.toMatchObject({
      code: "put_back",
    });
    expect(await isLetIn(desk, token)).toBe(false);
    await revoke(command, owner.act, { keyId: key.id, reason: "unused", text: null });
    expect((await desk.store.findKey(owner.act.organizationId, key.id))?.revocation).not.toBeNull();
    expect(await isLetIn(desk, token)).toBe(false);
  });

  it("is known to a process that was idle, once it has learned", async () => {
    const path = aPath();
    const desk = aProcess(path);
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    const idle = started(path);
    const store = createSqliteKeyStore(idle);
    const intruder = anIntruder(path);
    intruder.copy();
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    learnTurns(idle);
    intruder.putBack(...intruder.everything);
    expect(await verify(store, token, { brand: "kat", now: noon + 1 })).toMatchObject({ valid: false });
  });

  it("is refused by a process that begins beside others, who know more than is there", async () => {
    const path = aPath();
    const desk = aProcess(path);
    const owner = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act);
    const [running, early] = [started(path), started(path)];
    const intruder = anIntruder(path);
    intruder.copy();
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    const turn = learnTurns(running);
    expect(() => assertKnowsTurn(started(path), turn)).not.toThrow();
    intruder.putBack(...intruder.everything);
    for (const begins of [early, started(path)])
      expect(() => assertKnowsTurn(begins, turn)).toThrow("does not hold the rows that were sealed last");
    expect(() => assertKnowsTurn(running, turn)).not.toThrow();
  });

  it("is not hidden by turns that somebody has made up", async () => {
    const path = aPath();
    const [desk, beside] = [aProcess(path), aProcess(path)];
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
    const intruder = anIntruder(path);
    intruder.copy();
    intruder.database.exec("update seal set turn = 1000000 where sealed = 'member'");
    expect(await isLetIn(beside, token)).toBe(false);
    intruder.putBack("seal");
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    expect(await isLetIn(beside, token)).toBe(false);
    intruder.putBack(...intruder.everything);
    expect(await isLetIn(beside, token)).toBe(false);
  });

  it.each([
    "delete from seal_total",
    "update seal_total set last = last + 1000",
    "update seal_total set last = 9007199254740991",
  ])("nothing that is sealed is changed after %s", async (sql) => {
    const path = aPath();
    const desk = aProcess(path);
    const { act } = await anOrganization(desk);
    const { key, token } = await aKey(desk, act, { scopes: ["products:read"] });
    anIntruder(path).database.exec(sql);
    await expect(revoke(desk, act, { keyId: key.id, reason: "unused", text: null })).rejects.toThrow(
      /The database was sealed with a key that is not known here, |NOT NULL constraint failed: seal.turn/,
    );
    expect(await isLetIn(desk, token)).toBe(true);
  });

  it("is changed no more by a process that does not know the key of another, and by it as soon as it does", async () => {
    const path = aPath();
    const desk = aProcess(path);
    const { act } = await anOrganization(desk);
    const { key } = await aKey(desk, act, { name: "one" });
    const both = { current: aSecret(), earlier: [keys.current] };
    await aKey(aProcess(path, both), act, { name: "two" });
    const change = { keyId: key.id, reason: "unused", text: null } as const;
    expect(await outcomeOf(revoke(desk, act, change))).toBe("schema_altered");
    const informed = { current: keys.current, earlier: [both.current] };
    await revoke(aProcess(path, informed), act, change);
  });

  it.each([["api_key", "seal"], ["seal"], ["api_key", "seal", "audit_entry", "audit_head"]])(
    "keeps the installation from starting: %s, %s",
    async (...tables) => {
      const path = aPath();
      const desk = aProcess(path);
      const owner = await anOrganization(desk);
      const { key } = await aKey(desk, owner.act, { scopes: ["products:read"] });
      const intruder = anIntruder(path);
      intruder.copy();
      await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
      started(path).close();
      intruder.putBack(...tables);
      expect(() => started(path)).toThrow("does not hold the rows that were sealed last");
      const { isPutBack } = await checkSeals(intruder.database, { keys, tables: keysSealed });
      expect(isPutBack).toBe(true);
    },
  );

  it.each([
    "delete from seal_total",
    "update seal_total set turns = turns + 1",
    "delete from seal where sealed = 'audit_head'",
    // One that is put back, made up for by another, which is then not sound.
    `update seal set turn = turn - 1 where sealed = 'api_key' and turn > 1;
     update seal set turn = turn + 1 where sealed = 'audit_head'`,
  ])("as is a total that somebody has touched: %s", async (sql) => {
    const path = aPath();
    const desk = aProcess(path);
    const { act } = await anOrganization(desk);
    const { key } = await aKey(desk, act);
    await revoke(desk, act, { keyId: key.id, reason: "unused", text: null });
    started(path).close();
    anIntruder(path).database.exec(sql);
    expect(() => started(path)).toThrow("does not hold the rows that were sealed last");
  });
});

const isSound = async (path: string, withKeys = keys) => {
  const database = new Sqlite(path);
  onTestFinished(() => void database.close());
  return !(await checkSeals(database, { keys: withKeys, tables: keysSealed })).isPutBack;
};

describe("the sum of the seals", () => {
  it("follows changes, refusals and transactions that are rolled back", async () => {
    const path = aPath();
    const desk = aProcess(path);
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { name: "One" });
    expect(await outcomeOf(aKey(desk, owner.act, { name: "One" }))).toBe("key_name_taken");
    desk.execute(`begin immediate; update api_key set revoked_at = 1 where id = '${key.id}'; rollback`);
    expect(await isSound(path)).toBe(true);
    expect(await isLetIn(desk, token)).toBe(true);
    await edit(aProcess(path), owner.act, { keyId: key.id, addresses: ["192.0.2.0/24"] });
    await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 60 });
    expect(await isSound(path)).toBe(true);
    expect(await isLetIn(desk, token)).toBe(true);
  });

  it("is renewed with another key, and made anew where all is sealed as it is", async () => {
    const path = aPath();
    const desk = aProcess(path);
    await aKey(desk, (await anOrganization(desk)).act);
    const next = { current: aSecret(), earlier: [keys.current] };
    await renewSeals(started(path, next), { keys: next, tables: keysSealed });
    const only = { current: next.current, earlier: [] };
    expect([await isSound(path, only), await isSound(path)]).toEqual([true, false]);
    const { database } = anIntruder(path);
    database.exec("delete from seal where sealed = 'member'");
    expect(() => started(path, only)).not.toThrow();
    database.exec("update seal_total set turns = 7");
    expect(await isSound(path, only)).toBe(false);
    await applySeals(database, { keys: only, tables: keysSealed });
    expect(await isSound(path, only)).toBe(true);
    expect(() => started(path, only)).not.toThrow();
  });
});
