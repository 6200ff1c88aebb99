import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import {
  changeDatabase,
  changeDatabaseAlone,
  examineDatabase,
  isOpenElsewhere,
  keysMigrations,
  lookAtDatabase,
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

const anOrganization =
  "insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values ('org_1', 'A', 'standard', null, 1, null, 0)";

it("reads beside a process that writes, and cannot write itself", () => {
  const { path, database } = aDatabase();
  database.exec(`begin immediate; ${anOrganization}`);
  const reading = readDatabase(path, keysMigrations);
  onTestFinished(() => void reading.close());
  const count = () => reading.prepare("select count(*) from organization").pluck().get();
  expect(count()).toBe(0);
  database.exec("commit");
  expect(count()).toBe(1);
  expect(() => reading.exec("delete from organization")).toThrow("readonly");
});

/** Every file of a folder with its bytes. */
const filesBeside = (path: string) =>
  readdirSync(dirname(path)).map((name) => [name, readFileSync(join(dirname(path), name), "base64")]);

/** As a process leaves it that is killed. */
function aFileLeftBehind() {
  const { path, database } = aDatabase();
  database.exec(anOrganization);
  const copy = aFile();
  for (const end of ["", "-wal", "-shm"]) copyFileSync(path + end, copy + end);
  return copy;
}

function aFileOfAStoppedProcess() {
  const { path, database } = aDatabase();
  database.exec(anOrganization);
  database.close();
  return path;
}

it.each([
  ["a process closed", aFileOfAStoppedProcess],
  ["a process left behind when it was killed", aFileLeftBehind],
])("looks at all of a file that %s, and leaves every file as it is", (_, path) => {
  const file = path();
  const before = filesBeside(file);
  const reading = lookAtDatabase(file, keysMigrations);
  expect(filesBeside(file)).toEqual(before);
  expect(reading.prepare("select count(*) from organization").pluck().get()).toBe(1);
  expect(examineDatabase(reading)).toMatchObject({ journalMode: "wal", damages: [] });
  reading.close();
  expect(isOpenElsewhere(file)).toBe(false);
  expect(filesBeside(file)).toEqual(before);
  const other = readDatabase(file, keysMigrations);
  expect(other.prepare("select count(*) from organization").pluck().get()).toBe(1);
  expect(isOpenElsewhere(file)).toBe(true);
  other.close();
});

it("leaves every file as it is also where two look at once, and takes neither for a server", () => {
  const file = aFileOfAStoppedProcess();
  const before = filesBeside(file);
  const [one, other] = [lookAtDatabase(file, keysMigrations), lookAtDatabase(file, keysMigrations)];
  expect(isOpenElsewhere(file)).toBe(false);
  expect(other.prepare("select count(*) from organization").pluck().get()).toBe(1);
  one.close();
  other.close();
  expect(filesBeside(file)).toEqual(before);
});

it("looks at a file as any reader does where it can have no second name", () => {
  const { path, database } = aDatabase();
  database.close();
  // No folder can be made whose name is this one and some more.
  const long = join(dirname(path), `${"x".repeat(240)}.katkey.db`);
  renameSync(path, long);
  expect(isOpenElsewhere(long)).toBe(false);
  const looking = lookAtDatabase(long, keysMigrations);
  expect(looking.prepare("select count(*) from organization").pluck().get()).toBe(0);
  looking.close();
});

it("makes nothing where nobody has it open, for a moment neither: a first start takes it for an installation", () => {
  const path = aFile();
  utimesSync(dirname(path), 0, 0);
  expect(isOpenElsewhere(path)).toBe(false);
  expect(statSync(dirname(path)).mtimeMs).toBe(0);
});

it("calls a file that it refuses by its own name, and leaves it as it is", () => {
  const file = aDatabase(keysMigrations.slice(0, 1));
  file.database.close();
  const before = filesBeside(file.path);
  expect(() => lookAtDatabase(file.path, keysMigrations)).toThrow(`${file.path} was last used by an older`);
  expect(filesBeside(file.path)).toEqual(before);
});

it.each([
  ["reading", readDatabase],
  ["looking", lookAtDatabase],
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
    "is empty",
    () => {
      const path = aFile();
      writeFileSync(path, "");
      return path;
    },
    "empty",
  ],
  [
    "is of a newer version",
    () => aDatabase([...keysMigrations, { name: "keys/9999_x", sql: "" }]).path,
    "newer",
  ],
  ["is of an older version", () => aDatabase(keysMigrations.slice(0, 1)).path, "older"],
  ["is another of our files", () => aDatabase(usageMigrations).path, "misplaced"],
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

const versionOf = (database: Sqlite.Database) => database.pragma("user_version", { simple: true });

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
