import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { revoke } from "../../keys/revoke.ts";
import { aKey, anOrganization, noon, openDesk } from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { createSqliteKeyStore } from "../keys/key-store.ts";
import { keysSealed } from "./sealed-table.ts";
import { unsoundRowsOf } from "./unsound-rows.ts";

/** A sealed key, a connection that is asked about its token, and somebody who can write to the file. */
async function aSealedKey() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const keys = { current: createSecretKey(randomBytes(32)), earlier: [] };
  const sealing = { keys, tables: keysSealed, migrations: keysMigrations, onBroken() {} };
  const desk = openDesk(path, [], sealing);
  const database = openDatabase({ path, migrations: keysMigrations, now: noon, sealing });
  const intruder = new Sqlite(path);
  onTestFinished(() => {
    for (const one of [desk, database, intruder]) one.close();
    rmSync(folder, { recursive: true });
  });
  const { act } = await anOrganization(desk);
  const { key, token } = await aKey(desk, act, { scopes: ["products:read"] });
  const store = createSqliteKeyStore(database);
  const unsound = unsoundRowsOf(database);
  return {
    key,
    intruder,
    unsound,
    ask: () => verify(store, token, { brand: "kat", now: noon }),
    revoke: () => revoke(desk, act, { keyId: key.id, reason: "unused", text: null }),
    look() {
      unsound.look();
      return unsound.list();
    },
  };
}

it.each([
  ["was changed", `update api_key set environment = 'test'`, `update api_key set environment = 'live'`],
  [
    "has lost its seal",
    "create temp table kept as select * from seal; delete from main.seal where sealed = 'api_key'",
    "insert into main.seal select * from kept where sealed = 'api_key'",
  ],
])("knows a row that %s once it was asked for, until it is as it was", async (_, sql, back) => {
  const { key, intruder, unsound, ask, look } = await aSealedKey();
  await ask();
  expect(look()).toEqual([]);
  intruder.exec(sql);
  // Nobody has asked yet.
  expect(look()).toEqual([]);
  await ask();
  const row = { table: "api_key", id: key.id };
  expect([unsound.list(), look()]).toEqual([[row], [row]]);
  intruder.exec(back);
  expect(look()).toEqual([]);
});

it("knows it until it has ended, and what others tell of it as long as it is so", async () => {
  const { key, intruder, unsound, look, revoke } = await aSealedKey();
  intruder.exec(`update api_key set environment = 'test'`);
  const [row, sound] = [key.id, key.secrets[0].publicKeyId];
  unsound.note({ table: "api_key", id: row });
  unsound.note({ table: "key_secret", id: sound });
  unsound.note({ table: "no_table", id: "x" });
  expect(look()).toEqual([{ table: "api_key", id: row }]);
  await revoke();
  expect(look()).toEqual([]);
});
