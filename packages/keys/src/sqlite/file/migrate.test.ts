import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Sqlite, { type Database } from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { keysMigrations, openDatabase } from "../index.ts";
import { migrate } from "./migrate.ts";

const run = promisify(execFile);
const moduleAt = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
const asProgram = (code: string) => [
  "--disable-warning=ExperimentalWarning",
  "--input-type=module",
  "-e",
  code,
];

const first = {
  name: "test/0000_first",
  sql: `create table shelf (id text primary key not null, room text);
    create table book (id text primary key not null, shelf_id text not null references shelf(id))`,
};

/** As drizzle-kit writes it when a column is taken away. */
const rebuild = {
  name: "test/0001_rebuild",
  sql: `PRAGMA foreign_keys=OFF;--> statement-breakpoint
    CREATE TABLE __new_shelf (id text PRIMARY KEY NOT NULL);--> statement-breakpoint
    INSERT INTO __new_shelf(id) SELECT id FROM shelf;--> statement-breakpoint
    DROP TABLE shelf;--> statement-breakpoint
    ALTER TABLE __new_shelf RENAME TO shelf;--> statement-breakpoint
    PRAGMA foreign_keys=ON;`,
};
const losing = { name: "test/0001_losing", sql: rebuild.sql.replace("FROM shelf", "FROM shelf LIMIT 1") };

function aLibrary(): Database {
  const database = new Sqlite(":memory:");
  onTestFinished(() => void database.close());
  migrate(database, [first], noon);
  database.exec("insert into shelf values ('s1', 'north'), ('s2', 'south')");
  database.exec("insert into book values ('b1', 's1'), ('b2', 's2')");
  return database;
}

function aPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "katkey.db");
}

const columnsOf = (database: Database, table: string) =>
  database.prepare("select name from pragma_table_info(?)").pluck().all(table);

describe("migrating", () => {
  it("makes a table anew that other tables point to, without losing a row", () => {
    const database = aLibrary();
    migrate(database, [first, rebuild], noon);
    expect(columnsOf(database, "shelf")).toEqual(["id"]);
    expect(
      database.prepare("select count(*) from book join shelf on shelf.id = shelf_id").pluck().get(),
    ).toBe(2);
    expect(() => database.exec("insert into book values ('b3', 'nowhere')")).toThrow("FOREIGN KEY");
  });

  it("is refused and undone when a row would point to nothing", () => {
    const database = aLibrary();
    expect(() => migrate(database, [first, losing], noon)).toThrow(
      expect.objectContaining({
        code: "damaged",
        message: expect.stringMatching(/a row of book .* in shelf/),
      }),
    );
    expect(columnsOf(database, "shelf")).toEqual(["id", "room"]);
    expect(database.prepare("select name from migration").pluck().all()).toEqual([first.name]);
    expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("refuses a migration that was edited after it was applied, but not other ends of lines", () => {
    const database = aLibrary();
    const edited = { ...first, sql: first.sql.replace("room text", "room integer") };
    expect(() => migrate(database, [edited], noon)).toThrow(
      expect.objectContaining({ name: "DatabaseError", code: "altered" }),
    );
    migrate(database, [{ ...first, sql: first.sql.replaceAll("\n", "\r\n") }], noon);
  });

  it("killed half-way has done nothing, and is done by the next start", () => {
    const path = aPath();
    const half = { name: "test/0001_half", sql: "create table half (id text); select die(); select 1" };
    const program = `
      import Sqlite from "better-sqlite3";
      import { migrate } from ${moduleAt("./migrate.ts")};
      const database = new Sqlite(${JSON.stringify(path)});
      migrate(database, ${JSON.stringify([first])}, 0);
      database.function("die", () => process.kill(process.pid, "SIGKILL"));
      migrate(database, ${JSON.stringify([first, half])}, 0);`;
    const cwd = new URL("..", import.meta.url);
    expect(spawnSync(process.execPath, asProgram(program), { cwd }).signal).toBe("SIGKILL");

    const database = new Sqlite(path);
    onTestFinished(() => void database.close());
    expect(columnsOf(database, "half")).toEqual([]);
    expect(database.prepare("select name from migration").pluck().all()).toEqual([first.name]);
    database.function("die", () => 1);
    migrate(database, [first, half], noon);
    expect(columnsOf(database, "half")).toEqual(["id"]);
  });

  it("is done once by processes that start together", async () => {
    const path = aPath();
    const once = {
      name: "test/0001_once",
      sql: "create table once (id text); insert into once values ('x')",
    };
    const program = (migrations: unknown) => `
      import { openDatabase } from ${moduleAt("./open-database.ts")};
      const migrations = ${JSON.stringify(migrations)};
      openDatabase({ path: ${JSON.stringify(path)}, migrations, now: 0 }).close();`;
    const start = (migrations: unknown) => run(process.execPath, asProgram(program(migrations)));
    await Promise.all([1, 2, 3, 4].map(() => start([first])));
    await Promise.all([1, 2, 3, 4].map(() => start([first, once])));

    const database = openDatabase({ path, migrations: [first, once], now: noon });
    expect(database.prepare("select name from migration").pluck().all()).toEqual([first.name, once.name]);
    expect(database.prepare("select count(*) from once").pluck().get()).toBe(1);
    database.close();
  });

  // DROP TABLE takes a table's triggers along, so a table that is made anew loses its guards unless they are too.
  it("keeps every guard that a migration has set up and none has taken down", () => {
    const database = openDatabase({ path: ":memory:", migrations: keysMigrations, now: noon });
    const all = keysMigrations.map(({ sql }) => sql).join(";");
    const named = (verb: string) =>
      [...all.matchAll(new RegExp(`${verb} TRIGGER (?:IF EXISTS )?\`(\\w+)\``, "gi"))].map(
        ([, name]) => name,
      );
    const dropped = new Set(named("DROP"));
    const kept = [...new Set(named("CREATE"))].filter((name) => !dropped.has(name));
    expect(kept).toContain("audit_entry_never_goes");
    const found = database.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
    expect(found.toSorted()).toEqual(kept.toSorted());
    database.close();
  });
});
