import type { Database } from "better-sqlite3";
import { KeyError } from "../../errors.ts";
import { DatabaseError } from "../file/database-error.ts";
import type { Migration } from "../file/migrations.ts";
import { prepareFindAlterations, schemaOf } from "./schema-alterations.ts";

interface SchemaGuard {
  /** How the schema was altered, as far as is known. */
  readonly known: () => readonly string[];
  readonly look: () => readonly string[];
}

const guards = new WeakMap<Database, SchemaGuard>();

/**
 * From now on nothing is written but by a schema that these migrations made: a trigger that somebody has planted, or a
 * table of ours with another foreign key, would have this connection itself make rows that it then seals. SQLite runs
 * the triggers that it has read, and not those that the file has by now: who plants one, has us read it and takes it
 * away again would not be seen in the file. So each reading is looked at, while nobody else can write.
 * @throws DatabaseError `schema_altered`
 */
export function guardSchema(database: Database, migrations: readonly Migration[]): void {
  const objects = schemaOf(migrations);
  const guard = createGuard(database, prepareFindAlterations(database, objects));
  const alterations = guard.look();
  if (alterations.length > 0) {
    const message = `${database.name} is not as Katkey made it. What to do first: docs/operations.md, "Rows that are not sound". ${alterations.slice(0, mostTold).join("\n")}`;
    throw new DatabaseError("schema_altered", message);
  }
  guards.set(database, guard);
  for (const { type, name } of objects) if (type === "table") database.exec(guardOf(name));
}

const mostTold = 20;

function createGuard(database: Database, find: () => readonly string[]): SchemaGuard {
  const looked = countReadings(database);
  const unread = database.prepare<[], number>("select reading from temp.unknown_reading").pluck();
  // Any question of the file has SQLite read a schema that was changed.
  const read = database.prepare("select 1 from main.sqlite_schema limit 1");
  let alterations: readonly string[] = [];
  let altered: number | undefined;
  const look = database.transaction(() => {
    // Reads it anew, from what is in the file now and until the end of this.
    database.pragma("writable_schema = reset");
    alterations = find();
    const reading = unread.get();
    if (reading !== undefined && alterations.length === 0) looked(reading);
    altered = reading;
  });
  return {
    known: () => alterations,
    look() {
      read.get();
      const reading = unread.get();
      if (reading !== undefined && reading !== altered) look.immediate();
      return alterations;
    },
  };
}

/**
 * How the schema is not what it was made as, in words for the operator; nothing where it is, or where nothing is sealed.
 * Where it was read since it was looked at, looks again: to be called before a change, and each second or so.
 */
export function lookAtSchema(database: Database): readonly string[] {
  return guards.get(database)?.look() ?? [];
}

/** The same, as it was looked at last. */
export function knownAlterations(database: Database): readonly string[] {
  return guards.get(database)?.known() ?? [];
}

/** Why nothing is written meanwhile. What was altered is for the operator, whom the log and katkey doctor tell. */
export function schemaAltered(cause?: unknown): KeyError {
  const message = "Somebody has altered the tables or triggers of the database. Nothing was changed.";
  return new KeyError("schema_altered", message, { cause });
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

const refusal = "The schema of the database is not as Katkey made it.";

/** Nothing of a table is written by a schema that was not looked at. */
const guardOf = (table: string) =>
  (["insert", "update", "delete"] as const)
    .map(
      (change) => `
    create temp trigger "seal_guards_${change}_${table}" before ${change} on main."${table}"
    when exists (select 1 from temp.unknown_reading) begin
      select raise(abort, '${refusal}');
    end;`,
    )
    .join("");

/** Whether somebody changed the schema after it was looked at, and before the change that this was to be. */
export function isSchemaRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message === refusal || isSchemaRefusal(error.cause);
}
