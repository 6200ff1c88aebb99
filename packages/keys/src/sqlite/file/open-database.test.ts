import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { noon } from "../../testing/index.ts";
import { keysMigrations, openDatabase } from "../index.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function aPath() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  folders.push(folder);
  return { folder, path: join(folder, "katkey.db") };
}

const open = (path: string, extra: Partial<Parameters<typeof openDatabase>[0]> = {}) =>
  openDatabase({ path, migrations: keysMigrations, now: noon, ...extra });
const refusal = (code: string) => expect.objectContaining({ code });

describe("opening the database", () => {
  it("runs WAL with every commit synced, foreign keys on, and files for their owner only", () => {
    const { folder, path } = aPath();
    const database = open(path);
    database.exec(
      "insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values ('org_1', 'A', 'standard', null, 1, null, 0)",
    );
    expect(database.pragma("synchronous", { simple: true })).toBe(2);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
    const files = readdirSync(folder);
    expect(files.toSorted()).toEqual(["katkey.db", "katkey.db-shm", "katkey.db-wal"]);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
    database.close();
  });

  it("holds no more than 4 MB of a file's pages in memory", () => {
    const database = open(aPath().path);
    expect(database.pragma("cache_size", { simple: true })).toBe(-4_000);
    database.close();
  });

  it("takes a restored copy away from everybody else, and the files beside it", () => {
    const { folder, path } = aPath();
    const source = open(path);
    const restored = join(folder, "restored.db");
    for (const end of ["", "-wal", "-shm"]) {
      copyFileSync(`${path}${end}`, `${restored}${end}`);
      chmodSync(`${restored}${end}`, 0o644);
    }
    source.close();
    const database = open(restored);
    for (const end of ["", "-wal", "-shm"]) {
      expect(statSync(`${restored}${end}`).mode & 0o777, end).toBe(0o600);
    }
    database.close();
  });

  it("waits for another process no longer than a request may be held up", () => {
    const database = open(aPath().path);
    expect(database.pragma("busy_timeout", { simple: true })).toBe(250);
    database.close();
  });

  it("fires the triggers that forbid deleting when REPLACE deletes", () => {
    const database = open(":memory:");
    database.exec(`
      create table kept (id integer primary key, name text unique);
      create trigger kept_never_goes before delete on kept begin select raise(abort, 'never deleted'); end;
      insert into kept values (1, 'a')`);
    expect(() => database.exec("insert or replace into kept values (1, 'b')")).toThrow("never deleted");
    expect(() => database.exec("insert or replace into kept values (2, 'a')")).toThrow("never deleted");
    database.close();
  });

  it.runIf(existsSync("/proc/self/fd"))("lets go of every file that it refuses", () => {
    const { folder, path } = aPath();
    open(path, { migrations: [{ name: "keys/0000_other", sql: "select 1" }] }).close();
    const foreign = join(folder, "foreign.db");
    writeFileSync(foreign, "Dear diary, ".repeat(1_000));
    const before = readdirSync("/proc/self/fd").length;
    for (let i = 0; i < 20; i += 1) {
      expect(() => open(path)).toThrow(refusal("newer"));
      expect(() => open(foreign)).toThrow(refusal("not_ours"));
      expect(() => open(join(folder, "new.db"), { migrations: [{ name: "a", sql: "nonsense" }] })).toThrow(
        refusal("unusable"),
      );
    }
    expect(readdirSync("/proc/self/fd").length).toBeLessThanOrEqual(before);
  });

  it("finds everything again the next time", () => {
    const { path } = aPath();
    const first = open(path);
    first.exec(
      "insert into organization (id, name, plan, requests_per_minute, api_access, suspended_at, created_at) values ('org_1', 'A', 'standard', null, 1, null, 0)",
    );
    first.close();
    const second = open(path);
    expect(second.prepare("select name from organization").pluck().get()).toBe("A");
    second.close();
  });

  it("refuses an empty file, which was once a database", () => {
    const { path } = aPath();
    writeFileSync(path, "");
    expect(() => open(path)).toThrow(refusal("empty"));
  });

  it("refuses to begin anew where there must be a database", () => {
    const { path } = aPath();
    expect(() => open(path, { mustExist: true })).toThrow(refusal("missing"));
    expect(existsSync(path)).toBe(false);
  });

  it("refuses a file that is no database, another program's, or a damaged one", () => {
    const { folder, path } = aPath();
    writeFileSync(path, "Dear diary, ".repeat(1_000));
    expect(() => open(path)).toThrow(refusal("not_ours"));

    const foreign = join(folder, "foreign.db");
    const other = new Sqlite(foreign);
    other.exec("create table recipes (name text)");
    other.close();
    chmodSync(foreign, 0o644);
    const bytes = readFileSync(foreign);
    expect(() => open(foreign)).toThrow(refusal("not_ours"));
    expect(readFileSync(foreign).equals(bytes)).toBe(true);
    expect(statSync(foreign).mode & 0o777).toBe(0o644);

    const damaged = join(folder, "damaged.db");
    open(damaged).close();
    truncateSync(damaged, Math.floor(statSync(damaged).size / 2 / 4_096) * 4_096);
    expect(() => open(damaged)).toThrow(refusal("damaged"));
  });

  it("refuses a database whose log is none, and leaves both as they are", () => {
    const { path } = aPath();
    open(path).close();
    const log = Buffer.alloc(4_096, "garbage");
    writeFileSync(`${path}-wal`, log);
    expect(() => open(path)).toThrow(refusal("damaged"));
    expect(readFileSync(`${path}-wal`).equals(log)).toBe(true);
  });

  it("refuses a database that a newer version has written, and leaves it as it was", () => {
    const { folder, path } = aPath();
    const newer = [...keysMigrations, { name: "keys/9999_future", sql: "create table future (id text)" }];
    open(path, { migrations: newer }).close();
    copyFileSync(path, join(folder, "copy.db"));
    expect(() => open(path)).toThrow(refusal("newer"));
    open(path, { migrations: newer }).close();
  });

  it("applies a migration whole or not at all", () => {
    const { path } = aPath();
    open(path).close();
    const broken = [
      ...keysMigrations,
      { name: "keys/0002_broken", sql: "create table half (id text); nonsense" },
    ];
    expect(() => open(path, { migrations: broken })).toThrow(refusal("unusable"));
    const database = open(path);
    expect(database.prepare("select count(*) from sqlite_schema where name = 'half'").pluck().get()).toBe(0);
    database.close();
  });

  it("says in one sentence that a folder is missing", () => {
    const { folder } = aPath();
    expect(() => open(join(folder, "nowhere", "katkey.db"))).toThrow(refusal("unusable"));
  });
});
