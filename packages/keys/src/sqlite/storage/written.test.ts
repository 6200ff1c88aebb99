import { mkdtempSync, renameSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { outcomeOf } from "../../testing/outcome.ts";
import { storageOf } from "./storage.ts";
import { written } from "./written.ts";

const mebibyte = 1_048_576;
const reserveBytes = 16 * mebibyte;

function aDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const database = new Sqlite(join(folder, "katkey.db"));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const reserve = join(folder, "reserve");
  const bytes = () => statSync(reserve, { throwIfNoEntry: false })?.size;
  let used = 0;
  /** As on a disk on which nothing but the reserve's room is left: each change takes half a step of it. */
  const change = () => {
    if (used + mebibyte / 2 > reserveBytes - (bytes() ?? 0))
      throw new Sqlite.SqliteError("database or disk is full", "SQLITE_FULL");
    used += mebibyte / 2;
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

it("gives the reserve up for what is vital, a step at a time, and for nothing else", async () => {
  const { database, storage, bytes, change } = aDatabase();
  await storage.look();
  expect(await outcomeOf(written(database, change))).toBe("storage_full");
  expect(bytes()).toBe(reserveBytes);
  for (const left of [15, 15, 14]) {
    expect(await written(database, change, "all")).toBe("changed");
    expect(bytes()).toBe(left * mebibyte);
  }
});

it("leaves half of it to what ends access, however often somebody signs in", async () => {
  const { database, storage, bytes, change } = aDatabase();
  await storage.look();
  const changed = async (share: "half" | "all") => {
    let times = 0;
    while ((await outcomeOf(written(database, change, share))) === "done") times += 1;
    return times;
  };
  expect(await changed("half")).toBe(16);
  expect(bytes()).toBe(reserveBytes / 2);
  expect(await written(database, change, "all")).toBe("changed");
  // There would be the room of half a step.
  expect(await outcomeOf(written(database, change, "half"))).toBe("storage_full");
  expect(await changed("all")).toBe(15);
  expect(bytes()).toBe(0);
});

it("lets only what is vital use the room that was given up, by whichever process, until it is whole again", async () => {
  const { database, storage, reserve, bytes } = aDatabase();
  await storage.look();
  truncateSync(reserve, 15 * mebibyte);
  expect(await outcomeOf(written(database, () => "changed"))).toBe("storage_full");
  expect(await written(database, () => "changed", "half")).toBe("changed");
  truncateSync(reserve);
  expect(await outcomeOf(written(database, () => "changed", "half"))).toBe("storage_full");
  expect(await written(database, () => "changed", "all")).toBe("changed");
  await storage.look();
  expect([bytes(), storage.trouble()]).toEqual([reserveBytes, null]);
  expect(await written(database, () => "changed")).toBe("changed");
});

it("says so when even the reserve is not enough", async () => {
  const { database, storage, bytes } = aDatabase();
  await storage.look();
  expect(await outcomeOf(written(database, failing("SQLITE_FULL"), "all"))).toBe("storage_full");
  expect(bytes()).toBe(0);
});

it("takes what fails later as what fails at once", async () => {
  const { database } = aDatabase();
  const change = failing("SQLITE_FULL");
  expect(await outcomeOf(written(database, () => Promise.resolve().then(change)))).toBe("storage_full");
});

it("finds out that the disk cannot be written to before anybody has tried, and that it can be again", async () => {
  const { storage, reserve } = aDatabase();
  const folder = join(reserve, "..");
  renameSync(folder, `${folder}.away`);
  await storage.look();
  expect(storage.trouble()).toBe("storage_unavailable");
  renameSync(`${folder}.away`, folder);
  await storage.look();
  expect(storage.trouble()).toBeNull();
});

it("knows one disk for all databases in a directory", () => {
  const { database, storage } = aDatabase();
  const beside = new Sqlite(join(database.name, "..", "usage.db"));
  onTestFinished(() => void beside.close());
  storageOf(beside).note("storage_full");
  expect(storage.trouble()).toBe("storage_full");
});
