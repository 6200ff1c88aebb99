import Sqlite, { type Database } from "better-sqlite3";
import { defineFolded } from "../define-folded.ts";
import { DatabaseError } from "../file/database-error.ts";
import { migrate } from "../file/migrate.ts";
import type { Migration } from "../file/migrations.ts";

interface SchemaObject {
  readonly name: string;
  readonly sql: string;
}

/**
 * What would have this connection itself make rows that it then seals: a trigger that no migration made, and a table
 * of ours that is not as they made it, such as one with another foreign key. What others add beside, as Litestream
 * does, changes no row of ours.
 */
const foreign = `main.sqlite_schema s where s.sql is not null and s.sql not in (select sql from temp.known_schema)
  and (s.type = 'trigger' or s.name in (select name from temp.known_schema))`;

/** Looks at the schema that a connection has read, unless it has. */
const looks = new WeakMap<Database, () => void>();

/**
 * From now on what is sealed is written only by a schema that these migrations made. SQLite runs the triggers that it
 * has read, and not those that the file has by now: who plants one, has us read it and takes it away again would not be
 * seen in the file. So each reading is looked at, while nobody else can write.
 * @throws DatabaseError `altered`
 */
export function guardSchema(database: Database, migrations: readonly Migration[]): void {
  database.exec("create temp table known_schema (sql text primary key, name text not null) without rowid");
  const know = database.prepare<[string, string]>("insert or ignore into temp.known_schema values (?, ?)");
  for (const { name, sql } of schemaOf(migrations)) know.run(sql, name);
  const looked = countReadings(database);
  const find = database.prepare<[], Foreign>(
    `select s.type, s.name, s.name in (select name from temp.known_schema) as isOurs from ${foreign} limit 1`,
  );
  const unread = database.prepare<[], number>("select reading from temp.unknown_reading").pluck();
  const look = database.transaction(() => {
    // Reads it anew, from what is in the file now and until the end of this.
    database.pragma("writable_schema = reset");
    const found = find.get();
    const reading = unread.get();
    if (found === undefined && reading !== undefined) looked(reading);
    return found;
  });
  looks.set(database, () => {
    if (unread.get() !== undefined) look.immediate();
  });
  const found = look.immediate();
  if (found === undefined) return;
  const message = `${database.name} is not as Katkey made it: ${wordsOf(found)}`;
  throw new DatabaseError("altered", message);
}

interface Foreign {
  readonly type: string;
  readonly name: string;
  /** There is one of this name in what the migrations make. */
  readonly isOurs: number;
}

const section = 'docs/operations.md, "Rows that are not sound"';

/** What was found, and what ends it. As SQL only: who has given it its name may have had a shell in mind. */
function wordsOf({ type, name, isOurs }: Foreign): string {
  if (isOurs === 1) return `somebody has changed its ${type} ${name}. Restore a backup: ${section}.`;
  const quoted = `"${name.replaceAll('"', '""')}"`;
  return `somebody has added the ${type} ${name}. What to do first: ${section}. With the server stopped, this statement then drops it: DROP ${type.toUpperCase()} ${quoted};`;
}

/**
 * Before a change: where the schema was read since it was looked at, looks again. What is wrong with it keeps the
 * change from being made, and not this.
 */
export function lookAtSchema(database: Database): void {
  looks.get(database)?.();
}

/**
 * A virtual table is connected anew each time that SQLite has read the schema. This one has a row, with the number of
 * the reading, until it is said that this reading was looked at.
 */
function countReadings(database: Database): (reading: number) => void {
  let [readings, looked] = [0, 0];
  const connected = () => {
    readings += 1;
    const reading = readings;
    return {
      columns: ["reading"],
      *rows() {
        if (reading !== looked) yield [reading];
      },
    };
  };
  // What a table is can be said anew for each connection; the types do not know that.
  Reflect.apply(database.table, database, ["readings", connected]);
  database.exec("create virtual table temp.unknown_reading using readings()");
  return (reading) => {
    looked = reading;
  };
}

/** Nothing of a table is written by a schema that was not looked at. */
export const schemaGuardOf = (table: string) =>
  (["insert", "update"] as const)
    .map(
      (change) => `
    create temp trigger "seal_guards_${change}_${table}" before ${change} on main."${table}"
    when exists (select 1 from temp.unknown_reading) begin
      select raise(abort, 'The schema of the database is not as Katkey made it.');
    end;`,
    )
    .join("");

function schemaOf(migrations: readonly Migration[]): readonly SchemaObject[] {
  const model = new Sqlite(":memory:");
  try {
    defineFolded(model);
    migrate(model, migrations, 0);
    return model.prepare<[], SchemaObject>("select name, sql from sqlite_schema where sql is not null").all();
  } finally {
    model.close();
  }
}
