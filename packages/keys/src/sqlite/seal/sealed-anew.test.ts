import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { revoke } from "../../keys/revoke.ts";
import { aKey, anOrganization, noon, openDesk, outcomeOf } from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { applySeals } from "./seal-rows.ts";
import { keysSealed } from "./sealed-table.ts";

const sealing = {
  keys: { current: createSecretKey(randomBytes(32)), earlier: [] },
  tables: keysSealed,
  migrations: keysMigrations,
  onBroken() {},
};

/** A sealed installation with a key, and somebody who has copied its rows and can write to the file. */
async function aSealedOne() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const open = () => {
    const desk = openDesk(path, [], sealing);
    onTestFinished(() => desk.close());
    return desk;
  };
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const desk = open();
  const { act } = await anOrganization(desk);
  const { key, token } = await aKey(desk, act);
  const intruder = new Sqlite(path);
  onTestFinished(() => void intruder.close());
  intruder.exec("create temp table old_seal as select * from seal where sealed = 'api_key'");
  const laws = intruder
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  const change = (sql: string) => {
    const [without, within] = [laws.map(({ name }) => `drop trigger ${name}`), laws.map((law) => law.sql)];
    intruder.transaction(() => intruder.exec([...without, sql, ...within].join(";\n"))).immediate();
  };
  const end = (one = desk) => revoke(one, act, { keyId: key.id, reason: "unused", text: null });
  const isLetIn = async (one = desk) =>
    (await verify(one.store, token, { brand: "kat", now: noon + 1 })).valid;
  return { desk, open, change, end, isLetIn, sealAnew: () => applySeals(intruder, sealing) };
}

it.each([
  "update seal set turn = 0 where sealed = 'api_key'",
  "delete from seal where sealed = 'api_key'",
  "update seal set turn = 0, mac = x'00' where sealed = 'api_key'; update seal_total set last = 0",
])("what is sealed anew is later than all that it was, whoever did before: %s", async (before) => {
  const { desk, open, change, end, isLetIn, sealAnew } = await aSealedOne();
  expect(await isLetIn()).toBe(true);
  await end();
  desk.close();
  change(before);
  await sealAnew();
  const again = open();
  expect(await isLetIn(again)).toBe(false);
  change(`update api_key set revoked_at = null, revoked_reason = null;
    delete from seal where sealed = 'api_key'; insert into seal select * from old_seal`);
  expect(await isLetIn(again)).toBe(false);
});

it("what is sealed anew can be ended, whatever turn somebody had given it", async () => {
  const { desk, open, change, end, isLetIn, sealAnew } = await aSealedOne();
  desk.close();
  change(`update seal set turn = ${Number.MAX_SAFE_INTEGER} where sealed = 'api_key'`);
  await sealAnew();
  const again = open();
  expect(await outcomeOf(end(again))).toBe("done");
  expect(await isLetIn(again)).toBe(false);
});
