import { hash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { keysMigrations, lookFirst, openDatabase, usageMigrations, type Migration } from "../index.ts";

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** As a process leaves it that is killed, with its last changes in the log. */
function aFileLeftBehind(migrations: readonly Migration[] = keysMigrations) {
  const folder = aFolder();
  const path = join(folder, "katkey.db");
  const source = join(aFolder(), "katkey.db");
  const database = openDatabase({ path: source, migrations, now: noon });
  onTestFinished(() => void database.close());
  for (const end of ["", "-wal"]) copyFileSync(`${source}${end}`, `${path}${end}`);
  const files = () =>
    readdirSync(folder).map((name) => [name, hash("sha256", readFileSync(join(folder, name)))]);
  return { path, files };
}

const look = (path: string) => () => lookFirst(path, { migrations: keysMigrations });
const refusal = (code: string) => expect.objectContaining({ code });

it("takes a file that was left behind, and leaves it and its log as they are", () => {
  const { path, files } = aFileLeftBehind();
  const before = files();
  look(path)();
  expect(files()).toEqual(before);
});

const newer = [...keysMigrations, { name: "keys/9999_future", sql: "create table future (id text)" }];

it.each([
  ["is another one of ours", usageMigrations, "misplaced"],
  ["is of a newer version", newer, "newer"],
])("leaves a file and its log as they are that %s", (_, migrations, code) => {
  const { path, files } = aFileLeftBehind(migrations);
  const before = files();
  expect(look(path)).toThrow(refusal(code));
  expect(look(path)).toThrow(/^(?!.*\.look-)/);
  expect(files()).toEqual(before);
});

it("refuses a page that was overwritten", () => {
  const { path } = aFileLeftBehind();
  rmSync(`${path}-wal`);
  const bytes = readFileSync(path);
  bytes.fill(0xff, bytes.length - 4_096);
  writeFileSync(path, bytes);
  expect(look(path)).toThrow(refusal("damaged"));
});

it("takes a database in which nothing is for a loss, and not for a beginning", () => {
  const path = join(aFolder(), "katkey.db");
  const empty = new Sqlite(path);
  empty.exec("vacuum");
  empty.close();
  expect(look(path)).toThrow(refusal("not_ours"));
});

it("looks beside a process that has it open", () => {
  const path = join(aFolder(), "katkey.db");
  const database = openDatabase({ path, migrations: keysMigrations, now: noon });
  onTestFinished(() => void database.close());
  expect(look(path)).not.toThrow();
});
