import { createSecretKey, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { applySeals, keysSealed, type Sealing } from "@katkey/keys/sqlite";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
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
function restoring(file: string, sealing: Sealing | null, despiteDifferences = false) {
  const dataDirectory = join(aFolder(), "data");
  const request = {
    file,
    dataDirectory,
    schema,
    sealing,
    sessionSecret: null,
    despiteDifferences,
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
  expect(await restoring(file, ours, true).restored).toMatchObject({ differences: faults });
});
