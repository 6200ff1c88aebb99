import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { aKey, anOrganization, noon, openDesk } from "../../testing/index.ts";
import { keysMigrations } from "../file/migrations.ts";
import { openDatabase } from "../file/open-database.ts";
import { createSqliteKeyStore } from "../keys/key-store.ts";
import { keysSealed } from "./sealed-table.ts";

const sealing = {
  keys: { current: createSecretKey(randomBytes(32)), earlier: [] },
  tables: keysSealed,
  migrations: keysMigrations,
  onBroken() {},
};

/** A sealed installation that is stopped, with a key; what somebody does to its file; and whether the key works after a start. */
async function aStoppedOne() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "katkey.db");
  const desk = openDesk(path, [], sealing);
  const { act } = await anOrganization(desk);
  const { token } = await aKey(desk, act, { scopes: ["products:read"] });
  desk.close();
  return {
    tamper(sql: string) {
      const intruder = new Sqlite(path).unsafeMode();
      intruder.exec(sql);
      intruder.close();
    },
    async isLetIn(meanwhile = () => {}) {
      const database = openDatabase({
        path,
        migrations: keysMigrations,
        now: noon,
        sealing,
        mustBeLatest: true,
      });
      try {
        meanwhile();
        return (await verify(createSqliteKeyStore(database), token, { brand: "kat", now: noon })).valid;
      } finally {
        database.close();
      }
    },
  };
}

/** Has the schema say this of an index, and leaves its entries as they are. */
const declared = (sql: string) => `pragma writable_schema = on;
  update sqlite_schema set sql = '${sql}' where name = 'key_secret_by_key';
  pragma writable_schema = reset;`;

describe("whoever can write to the file and lacks the key", () => {
  it("does not have us ask a table of theirs whether anything is sealed", async () => {
    const { tamper, isLetIn } = await aStoppedOne();
    expect(await isLetIn()).toBe(true);
    tamper(`update api_key set scopes = '["keys:write"]'`);
    const plant = () => tamper("create table pragma_function_list (name)");
    expect(await isLetIn(plant)).toBe(false);
    await expect(isLetIn()).rejects.toMatchObject({ code: "schema_altered" });
  });

  it("puts no figure without an end where none was", async () => {
    const { tamper, isLetIn } = await aStoppedOne();
    expect(await isLetIn()).toBe(true);
    tamper("update organization set requests_per_minute = 9e999");
    expect(await isLetIn()).toBe(false);
  });

  it("empties no index in which we look up what is sealed", async () => {
    const { tamper, isLetIn } = await aStoppedOne();
    expect(await isLetIn()).toBe(true);
    const ours = "CREATE INDEX `key_secret_by_key` ON `key_secret` (`key_id`)";
    tamper(`${declared(`${ours} WHERE key_id is null`)} reindex key_secret_by_key; ${declared(ours)}`);
    await expect(isLetIn()).rejects.toMatchObject({ code: "damaged" });
  });
});
