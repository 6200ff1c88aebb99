import { createSecretKey, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { revoke } from "@katkey/keys";
import { applySeals, checkSeals, keysSealed, type Sealing } from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { checkBackup } from "./check-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";
import { aFolder, anOrganization, aRequest, noon, openStores, schema } from "./testing/an-installation.ts";

const aSealing = (): Sealing => ({
  keys: { current: createSecretKey(randomBytes(32)), earlier: [] },
  tables: keysSealed,
  migrations: schema["katkey.db"],
  onBroken() {},
});

const [ours, another] = [aSealing(), aSealing()];

/** A sealed installation with a key, and whatever somebody then did to its database past us; backed up. */
async function aSealedBackup(tampering: string | null = null) {
  const directory = aFolder();
  const stores = openStores(directory);
  await (await anOrganization(stores)).aKey("Shop");
  await applySeals(stores.database, ours);
  stores.close();
  if (tampering !== null) {
    const database = new Sqlite(join(directory, "katkey.db"));
    database.exec(tampering);
    database.close();
  }
  const file = join(aFolder(), "katkey.tar");
  await takeBackup(aRequest(directory, file));
  return file;
}

const checking = (file: string, sealing: Sealing | null) => checkBackup({ file, schema, sealing, now: noon });

/** Where it is put, and what it is put there by. */
function restoring(
  file: string,
  sealing: Sealing | null,
  { despiteDifferences = false, sealAnew = false } = {},
) {
  const dataDirectory = join(aFolder(), "data");
  const request = {
    file,
    dataDirectory,
    schema,
    sealing,
    sessionSecret: null,
    despiteDifferences,
    sealAnew,
    now: noon,
  };
  return { dataDirectory, restored: restoreBackup({ ...request, prepare: async () => null }) };
}

it("is whole with its key, and neither checked nor restored without it, or with another", async () => {
  const file = await aSealedBackup();
  expect(await checking(file, ours)).toMatchObject({ faults: [] });
  await restoring(file, ours).restored;
  for (const [sealing, why] of [
    [null, /is sealed, and KATKEY_SEAL_KEY is not set/],
    [another, /is sealed with another key than that of KATKEY_SEAL_KEY/],
  ] as const) {
    const check = checking(file, sealing);
    await expect(check).rejects.toMatchObject({ code: "seal" });
    await expect(check).rejects.toThrow(why);
    await expect(check).rejects.toThrow(/^Its checksums, databases, logs and sums are whole\. /);
    const { dataDirectory, restored } = restoring(file, sealing);
    await expect(restored).rejects.toThrow(why);
    expect(existsSync(dataDirectory)).toBe(false);
  }
});

it("is sealed anew as it is when its key is lost, and that is asked for", async () => {
  const file = await aSealedBackup("delete from seal where sealed = 'api_key'");
  const { dataDirectory, restored } = restoring(file, another, { sealAnew: true });
  // An organization, its member, a key with its secret, and the end of a log.
  expect(await restored).toMatchObject({ differences: [], sealedAnew: 5 });
  const database = new Sqlite(join(dataDirectory, "katkey.db"));
  onTestFinished(() => void database.close());
  expect(await checkSeals(database, another)).toMatchObject({ rows: 5, unsound: 0, isPutBack: false });
  await expect(restoring(file, null, { sealAnew: true }).restored).rejects.toThrow(
    "set KATKEY_SEAL_KEY first",
  );
});

it("is not sealed anew without a word where a key that was revoked is not any more", async () => {
  const directory = aFolder();
  const stores = openStores(directory);
  const { act, aKey } = await anOrganization(stores);
  const { key } = await aKey("Shop");
  await revoke(stores.desk, act, { keyId: key.id, reason: "compromised", text: null });
  const laws = stores.database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  for (const { name } of laws) stores.database.exec(`drop trigger ${name}`);
  stores.database.exec("update api_key set revoked_at = null");
  for (const { sql } of laws) stores.database.exec(sql);
  stores.close();
  const file = join(aFolder(), "katkey.tar");
  await takeBackup(aRequest(directory, file));
  const { dataDirectory, restored } = restoring(file, ours, { sealAnew: true });
  await expect(restored).rejects.toThrow(`The key ${key.id} was revoked, says the log, and is not any more.`);
  expect(existsSync(dataDirectory)).toBe(false);
});

it.each([
  [
    "update member set role = 'viewer'",
    [/^The row mem_\w+ of member is not what was sealed\.$/, /^Somebody without/],
  ],
  ["delete from seal where sealed = 'api_key'", [/^The row key_\w+ of api_key has no seal\.$/, /^Somebody/]],
  ["update seal_total set turns = turns + 1", [/^Rows were put back as they had been/, /^Somebody without/]],
])("is told of, and restored only when it is asked for, after %s", async (tampering, sentences) => {
  const file = await aSealedBackup(tampering);
  const { faults } = await checking(file, ours);
  expect(faults).toEqual(
    sentences.map((text) => ({ kind: "differs", text: expect.stringMatching(text) as string })),
  );
  const { dataDirectory, restored } = restoring(file, ours);
  await expect(restored).rejects.toThrow(/--despite-differences restores it as it was/);
  expect(existsSync(dataDirectory)).toBe(false);
  expect(await restoring(file, ours, { despiteDifferences: true }).restored).toMatchObject({
    differences: faults,
  });
});
