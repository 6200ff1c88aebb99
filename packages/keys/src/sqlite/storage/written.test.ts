import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { outcomeOf } from "../../testing/outcome.ts";
import { storageOf } from "./storage.ts";
import { written } from "./written.ts";

const reserveBytes = 16 * 1_048_576;

function aDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const database = new Sqlite(join(folder, "katkey.db"));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const reserve = join(folder, "reserve");
  const bytes = () => statSync(reserve, { throwIfNoEntry: false })?.size;
  /** As on a disk on which nothing but the reserve's room is left. */
  const change = () => {
    if (bytes() !== 0) throw new Sqlite.SqliteError("database or disk is full", "SQLITE_FULL");
    return "changed";
  };
  return { database, storage: storageOf(database), reserve, bytes, change };
}

const failing = (code: string) => () => {
  throw new Sqlite.SqliteError("no", code);
};

it.each([
  ["SQLITE_FULL", "storage_full"],
  ["SQLITE_IOERR_WRITE", "storage_unavailable"],
  ["SQLITE_IOERR_SHMSIZE", "storage_full"],
  ["SQLITE_READONLY", "storage_unavailable"],
  ["SQLITE_CANTOPEN", "storage_unavailable"],
])("refuses what fails with %s as %s, and knows of the trouble", async (code, refusal) => {
  const { database, storage } = aDatabase();
  expect(await outcomeOf(written(database, failing(code)))).toBe(refusal);
  expect(storage.trouble()).toBe(refusal);
});

it("throws what is no fault of the disk as it is", async () => {
  const { database, storage } = aDatabase();
  await expect(written(database, failing("SQLITE_CONSTRAINT"))).rejects.toThrow("no");
  expect(storage.trouble()).toBeNull();
});

it("makes a reserve, whole and for its owner only", async () => {
  const { storage, reserve } = aDatabase();
  await storage.look();
  expect(statSync(reserve)).toMatchObject({ size: reserveBytes });
  expect(statSync(reserve).mode & 0o777).toBe(0o600);
  expect(storage.lacksReserve()).toBe(false);
});

it("gives the reserve up for what is vital, and for nothing else", async () => {
  const { database, storage, bytes, change } = aDatabase();
  await storage.look();
  expect(await outcomeOf(written(database, change))).toBe("storage_full");
  expect(bytes()).toBe(reserveBytes);
  expect(await written(database, change, { isVital: true })).toBe("changed");
  expect(bytes()).toBe(0);
});

it("lets only what is vital use the room that was given up, by whichever process, until it is whole again", async () => {
  const { database, storage, reserve, bytes } = aDatabase();
  writeFileSync(reserve, "x");
  truncateSync(reserve);
  expect(await outcomeOf(written(database, () => "changed"))).toBe("storage_full");
  expect(await written(database, () => "changed", { isVital: true })).toBe("changed");
  await storage.look();
  expect([bytes(), storage.trouble()]).toEqual([reserveBytes, null]);
  expect(await written(database, () => "changed")).toBe("changed");
});

it("says so when even the reserve is not enough", async () => {
  const { database, storage, bytes } = aDatabase();
  await storage.look();
  expect(await outcomeOf(written(database, failing("SQLITE_FULL"), { isVital: true }))).toBe("storage_full");
  expect(bytes()).toBe(0);
});

it("knows one disk for all databases in a directory", () => {
  const { database, storage } = aDatabase();
  const beside = new Sqlite(join(database.name, "..", "usage.db"));
  onTestFinished(() => void beside.close());
  storageOf(beside).note("storage_full");
  expect(storage.trouble()).toBe("storage_full");
});
