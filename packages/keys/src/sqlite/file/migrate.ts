import { hash } from "node:crypto";
import type { Database } from "better-sqlite3";
import { DatabaseError, seeDamagedFiles } from "./database-error.ts";
import type { Migration } from "./migrations.ts";

/** "kat" and a format number, in SQLite's field for the application that owns a file. */
const applicationId = 0x6b61_7401;

/**
 * Brings a database to the schema of this version, in one transaction: killed
 * at any moment, it has the old schema or the new one. Of two processes that
 * start together, one migrates and the other finds it done. Foreign keys are
 * checked at the end instead of at each statement, because SQLite changes a
 * table by making another one in its place; afterwards they are on.
 * @throws DatabaseError `not_ours`, `misplaced`, `newer`, `altered`, `damaged`
 */
export function migrate(database: Database, migrations: readonly Migration[], now: number): void {
  // What a migration itself says about them is without effect: it runs within a transaction.
  database.pragma("foreign_keys = off");
  try {
    database
      .transaction(() => {
        claim(database);
        const pending = pendingOf(database, migrations);
        for (const migration of pending) apply(database, migration, now);
        if (pending.length > 0) assertReferences(database);
      })
      .immediate();
  } finally {
    database.pragma("foreign_keys = on");
  }
}

/** Looks only: another program's file is left as it is. */
export function assertOurs(database: Database): void {
  if (isClaimed(database)) return;
  const tables = database.prepare("select count(*) from sqlite_schema").pluck().get();
  if (tables !== 0) {
    throw notOurs(database.name);
  }
}

export function notOurs(path: string, options?: ErrorOptions): DatabaseError {
  const message = `${path} is not a Katkey database. Move it away, and put back the right file or a backup: ${seeDamagedFiles}.`;
  return new DatabaseError("not_ours", message, options);
}

function claim(database: Database): void {
  assertOurs(database);
  if (isClaimed(database)) return;
  database.pragma(`application_id = ${applicationId}`);
  database.exec(`
    create table migration (name text primary key not null, sha256 text not null, applied_at integer not null)`);
}

function isClaimed(database: Database): boolean {
  return database.pragma("application_id", { simple: true }) === applicationId;
}

/**
 * For who may not migrate: the schema is this version's, as far as it belongs to the owners of these migrations.
 * @throws DatabaseError `not_ours`, `misplaced`, `newer`, `altered`, `older`
 */
export function assertMigrated(database: Database, migrations: readonly Migration[]): void {
  if (!isClaimed(database)) throw notOurs(database.name);
  if (pendingOf(database, migrations, ownersOf(migrations)).length === 0) return;
  const message = `${database.name} was last used by an older version of Katkey. Start this version once.`;
  throw new DatabaseError("older", message);
}

/**
 * For a file that is kept, not used: everything that was done to it is what this version knows, and it may be older.
 * @throws DatabaseError `not_ours`, `misplaced`, `newer`, `altered`
 */
export function assertKnown(database: Database, migrations: readonly Migration[]): void {
  if (!isClaimed(database)) throw notOurs(database.name);
  pendingOf(database, migrations);
}

/** Nothing is to do to bring it to this version. Of a database that is known. */
export function isMigrated(database: Database, migrations: readonly Migration[]): boolean {
  return pendingOf(database, migrations).length === 0;
}

/** What is still to do, when all that was done is what this version knows. */
function pendingOf(
  database: Database,
  migrations: readonly Migration[],
  owners?: ReadonlySet<string>,
): readonly Migration[] {
  const all = database
    .prepare<[], { name: string; sha256: string }>("select name, sha256 from migration order by name")
    .all();
  assertInPlace(database, all, migrations);
  const applied = all.filter(({ name }) => owners === undefined || owners.has(ownerOf(name)));
  const known = new Map(migrations.map(({ name, sql }) => [name, sha256Of(sql)]));

  const unknown = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    const message = `The database was written by a newer version of Katkey (it has ${named(unknown)}). Start the version that ran last.`;
    throw new DatabaseError("newer", message);
  }
  const altered = applied.find(({ name, sha256 }) => known.get(name) !== sha256);
  if (altered !== undefined) {
    const message = `The database was made by another ${altered.name} than the one of this version of Katkey. Start the version that ran last.`;
    throw new DatabaseError("altered", message);
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

const mostNamed = 3;

/** The last of them, as a terminal may show them: whoever could write to the file has named them. */
function named(migrations: readonly string[]): string {
  const last = migrations.slice(-mostNamed).map((name) => name.replaceAll(/[^\w/.-]/g, "?").slice(0, 80));
  return last.join(", ");
}

/** Of two files that somebody has confused, each would seem to be of another version. */
function assertInPlace(
  database: Database,
  applied: readonly { readonly name: string }[],
  migrations: readonly Migration[],
): void {
  const ours = ownersOf(migrations);
  const [owner] = applied.map(({ name }) => ownerOf(name));
  if (owner === undefined || applied.some(({ name }) => ours.has(ownerOf(name)))) return;
  const name = owner === "usage" ? "usage.db" : "katkey.db";
  const message = `${database.name} is another one of Katkey's databases: it holds what belongs into ${name}. Put katkey.db and usage.db each in its own place, or restore a backup: ${seeDamagedFiles}.`;
  throw new DatabaseError("misplaced", message);
}

function ownersOf(migrations: readonly Migration[]): ReadonlySet<string> {
  return new Set(migrations.map(({ name }) => ownerOf(name)));
}

function ownerOf(name: string): string {
  return name.split("/", 1)[0] ?? "";
}

function apply(database: Database, { name, sql }: Migration, now: number): void {
  database.exec(sql);
  database
    .prepare("insert into migration (name, sha256, applied_at) values (?, ?, ?)")
    .run(name, sha256Of(sql), now);
}

function assertReferences(database: Database): void {
  const broken = database
    .prepare<[], { table: string; parent: string }>('select "table", parent from pragma_foreign_key_check')
    .get();
  if (broken === undefined) return;
  const message = `The new schema was not put in place: a row of ${broken.table} would name a row that is not in ${broken.parent}. Start the version that ran last, and run katkey doctor.`;
  throw new DatabaseError("damaged", message);
}

/** A checkout may have changed the ends of the lines, which mean nothing to SQL. */
function sha256Of(sql: string): string {
  return hash("sha256", sql.replaceAll("\r\n", "\n"), "hex");
}
