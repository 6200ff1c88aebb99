import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { createDatabaseFile } from "./create-database-file.ts";

const made = [{ name: "test/0000_made", sql: "create table made (id text)" }];

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const isMade = (path: string) => {
  const file = new Sqlite(path, { readonly: true });
  const found = file.prepare("select count(*) from sqlite_schema where name = 'made'").pluck().get();
  file.close();
  return found === 1;
};

it("puts the file in place whole, for its owner only, and leaves nothing beside it", () => {
  const folder = aFolder();
  const path = join(folder, "katkey.db");
  createDatabaseFile(path, made, noon);
  expect(readdirSync(folder)).toEqual(["katkey.db"]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(isMade(path)).toBe(true);
});

it("leaves what it did not make: a file in place, and the draft of a process with the same id", () => {
  const folder = aFolder();
  const path = join(folder, "katkey.db");
  writeFileSync(path, "somebody was first");
  writeFileSync(`${path}.${process.pid}.new`, "a neighbour's draft");
  mkdirSync(`${path}.new-000000`);
  createDatabaseFile(path, made, noon);
  expect(readdirSync(folder).toSorted()).toEqual([
    "katkey.db",
    `katkey.db.${process.pid}.new`,
    "katkey.db.new-000000",
  ]);
  expect(statSync(path).size).toBe("somebody was first".length);
});

it("takes its draft away when the schema cannot be made", () => {
  const folder = aFolder();
  const path = join(folder, "katkey.db");
  const broken = [...made, { name: "test/0001_broken", sql: "nonsense" }];
  expect(() => createDatabaseFile(path, broken, noon)).toThrow("syntax error");
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(path)).toBe(false);
});
