import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import {
  changeDatabase,
  changeDatabaseAlone,
  keysMigrations,
  openDatabase,
  readDatabase,
  usageMigrations,
} from "../index.ts";

function aFile() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "katkey.db");
}

function aDatabase(migrations = keysMigrations) {
  const path = aFile();
  const database = openDatabase({ path, migrations, now: noon });
  onTestFinished(() => void database.close());
  return { path, database };
}

const versionOf = (database: Sqlite.Database) => database.pragma("user_version", { simple: true });

it("reads beside a process that writes, and cannot write itself", () => {
  const { path, database } = aDatabase();
  database.exec(
    "begin immediate; insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values ('org_1', 'A', 'standard', null, 1, null, 0)",
  );
  const reading = readDatabase(path, keysMigrations);
  onTestFinished(() => void reading.close());
  const count = () => reading.prepare("select count(*) from organization").pluck().get();
  expect(count()).toBe(0);
  database.exec("commit");
  expect(count()).toBe(1);
  expect(() => reading.exec("delete from organization")).toThrow("readonly");
});

it("reads a file that nobody has open, and leaves it as it is", () => {
  const { path, database } = aDatabase();
  const before = versionOf(database);
  database.close();
  readDatabase(path, keysMigrations).close();
  const again = new Sqlite(path);
  expect(versionOf(again)).toBe(before);
  again.close();
});

it("reads a file that a process left behind when it was killed", () => {
  const { path, database } = aDatabase();
  database.exec(
    "insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values ('org_1', 'A', 'standard', null, 1, null, 0)",
  );
  const copy = aFile();
  for (const end of ["", "-wal"]) copyFileSync(path + end, copy + end);
  const reading = readDatabase(copy, keysMigrations);
  expect(reading.prepare("select count(*) from organization").pluck().get()).toBe(1);
  reading.close();
});

it.each([
  ["looking", readDatabase],
  ["a change", changeDatabase],
])("refuses for %s a file whose log is damaged, and leaves both as they are", (_, open) => {
  const { path, database } = aDatabase();
  database.exec("update clock_mark set at = at");
  const copy = aFile();
  copyFileSync(path, copy);
  const log = readFileSync(`${path}-wal`).fill(7, 0, 32);
  writeFileSync(`${copy}-wal`, log);
  expect(() => open(copy, keysMigrations)).toThrow(
    expect.objectContaining({ code: "damaged", message: expect.stringContaining("katkey.db-wal") }),
  );
  expect(readFileSync(`${copy}-wal`).equals(log)).toBe(true);
});

it("minds the migrations of its own part of the file only", () => {
  const { path } = aDatabase([...keysMigrations, { name: "others/0000_x", sql: "create table x (a)" }]);
  const reading = readDatabase(path, keysMigrations);
  expect(reading.open).toBe(true);
  reading.close();
});

it.each([
  ["is missing", () => aFile(), "missing"],
  [
    "is of a newer version",
    () => aDatabase([...keysMigrations, { name: "keys/9999_x", sql: "" }]).path,
    "newer",
  ],
  ["is of an older version", () => aDatabase(keysMigrations.slice(0, 1)).path, "older"],
  ["is another of our files", () => aDatabase(usageMigrations).path, "older"],
  [
    "is no database",
    () => {
      const path = aFile();
      writeFileSync(path, "x".repeat(5_000));
      return path;
    },
    "not_ours",
  ],
  [
    "is another program's",
    () => {
      const path = aFile();
      const file = new Sqlite(path);
      file.exec("create table theirs (a)");
      file.close();
      return path;
    },
    "not_ours",
  ],
])("refuses a file that %s", (_, path, code) => {
  expect(() => readDatabase(path(), keysMigrations)).toThrow(
    expect.objectContaining({ name: "DatabaseError", code }),
  );
});

it("changes alone what nobody else has open, and keeps everybody out until it is closed", () => {
  const { path, database } = aDatabase();
  const looking = readDatabase(path, keysMigrations);
  const alone = () => changeDatabaseAlone(path, keysMigrations);
  expect(alone).toThrow(expect.objectContaining({ code: "in_use" }));
  // Whoever only looks has it open, too, as a server does that nobody asks anything.
  database.close();
  expect(alone).toThrow(
    /^Another process, such as the server, has .*katkey\.db open: stop it first\. Nothing was changed\.$/,
  );
  looking.close();
  const changing = alone();
  const other = new Sqlite(path, { timeout: 0 });
  expect(() => versionOf(other)).toThrow("database is locked");
  changing.pragma("user_version = 77");
  changing.close();
  expect(versionOf(other)).toBe(77);
  other.close();
});
