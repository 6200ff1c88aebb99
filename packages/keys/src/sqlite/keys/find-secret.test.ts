import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { aKey, anOrganization, noon, openDesk } from "../../testing/index.ts";
import { hashToken } from "../../admission/token-hash.ts";
import { prepareFindSecret } from "./find-secret.ts";
import { keysMigrations, openDatabase, storageOf } from "../index.ts";

const open = (path: string) => {
  const database = openDatabase({ path, migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  return database;
};

/** A key in a file that two connections have open, as two processes would. */
async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "katkey.db");
  const desk = openDesk(path);
  onTestFinished(() => desk.close());
  const [here, there] = [open(path), open(path)];
  const { act } = await anOrganization(desk);
  const { token, key } = await aKey(desk, act);
  return { here, there, publicKeyId: key.secrets[0].publicKeyId, hash: hashToken(token) };
}

/** Counts how often the rows are read. */
function counted(database: Database) {
  const reads = vi.fn<() => void>();
  const prepare = database.prepare.bind(database);
  vi.spyOn(database, "prepare").mockImplementation((sql: string) => {
    const statement = prepare(sql);
    if (!sql.includes("key_secret")) return statement;
    const get = statement.get.bind(statement);
    return Object.assign(statement, {
      get: (...asked: unknown[]) => {
        reads();
        return get(...asked);
      },
    });
  });
  return { reads, find: prepareFindSecret(database) };
}

const revokeIn = (database: Database) => database.exec(`update api_key set revoked_at = ${noon}`);

it("reads a secret that is asked for with the right token once", async () => {
  const { here, publicKeyId, hash } = await setUp();
  const { reads, find } = counted(here);
  for (let time = 0; time < 3; time += 1) {
    expect(find(publicKeyId, hash)?.publicKeyId).toBe(publicKeyId);
  }
  expect(reads).toHaveBeenCalledTimes(1);
});

it("reads for a wrong token every time, as for an unknown id", async () => {
  const { here, publicKeyId, hash } = await setUp();
  const { reads, find } = counted(here);
  find(publicKeyId, hash);
  for (const wrong of [hashToken("wrong"), new Uint8Array(0)]) {
    find(publicKeyId, wrong);
    find("unknown", wrong);
  }
  expect(reads).toHaveBeenCalledTimes(5);
});

it("sees at once what its own connection changed", async () => {
  const { here, publicKeyId, hash } = await setUp();
  const find = prepareFindSecret(here);
  expect(find(publicKeyId, hash)?.key.revokedAt).toBeNull();
  revokeIn(here);
  expect(find(publicKeyId, hash)?.key.revokedAt).toBe(noon);
});

it("sees at once what another connection changed, in the same turn, too", async () => {
  const { here, there, publicKeyId, hash } = await setUp();
  const find = prepareFindSecret(here);
  expect(find(publicKeyId, hash)?.key.revokedAt).toBeNull();
  revokeIn(there);
  expect(find(publicKeyId, hash)?.key.revokedAt).toBe(noon);
});

it("forgets what it read when anything was changed, be it of another key", async () => {
  const { here, there, publicKeyId, hash } = await setUp();
  const { reads, find } = counted(here);
  find(publicKeyId, hash);
  there.exec("update organization set name = 'Other'");
  expect(find(publicKeyId, hash)?.organization.name).toBe("Other");
  expect(reads).toHaveBeenCalledTimes(2);
});

it("says of a secret that cannot be read that the database is damaged, and not that there is none", async () => {
  const { here, there, publicKeyId, hash } = await setUp();
  const find = prepareFindSecret(here);
  there.pragma("wal_checkpoint(truncate)");
  const page = there.prepare<[], number>("select pageno from dbstat where name = 'key_secret'").pluck().get();
  const file = openSync(there.name, "r+");
  writeSync(file, Buffer.alloc(4_096, 0xff), 0, 4_096, ((page ?? 0) - 1) * 4_096);
  closeSync(file);
  revokeIn(there);
  expect(() => find(publicKeyId, hash)).toThrow(expect.objectContaining({ code: "storage_damaged" }));
  expect(storageOf(here).trouble()).toBe("storage_damaged");
});
