import Sqlite, { type Database } from "better-sqlite3";
import { defineFolded } from "../define-folded.ts";
import { migrate } from "../file/migrate.ts";
import type { Migration } from "../file/migrations.ts";

interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

const select = "select type, name, sql from main.sqlite_schema where sql is not null";

/**
 * Prepares looking how the schema is not what the migrations make, a sentence or two each; nothing where it is. What
 * others add beside, as Litestream does its tables, changes no row of ours.
 */
export function prepareFindAlterations(
  database: Database,
  objects: readonly SchemaObject[],
): () => readonly string[] {
  const known = new Map(objects.map((object) => [told(object), object]));
  const names = new Set(objects.map(({ name }) => name));
  const all = database.prepare<[], SchemaObject>(select);
  const indexes = prepareFindIndexes(database, objects);
  return () => {
    const onOurs = new Set(indexes());
    const left = new Map(known);
    // Not by what a row says it is: a trigger is what SQLite makes a trigger of.
    const foreign = all
      .all()
      .filter((object) => !left.delete(told(object)))
      .filter(({ name, sql }) => names.has(name) || onOurs.has(name) || !isBeside(sql));
    const changed = new Set(foreign.map(({ name }) => name));
    const gone = [...left.values()].filter(({ name }) => !changed.has(name));
    return [...foreign.map((object) => wordsOf(object, names)), ...gone.map(wordsOfGone)];
  };
}

/** The same, once: for who only looks, whether anything is sealed or not. Of another version nothing is known. */
export function findAlterations(database: Database, migrations: readonly Migration[]): readonly string[] {
  const applied = database.prepare<[], string>("select name from main.migration").pluck().all();
  if (!migrations.every(({ name }) => applied.includes(name))) return [];
  return prepareFindAlterations(database, schemaOf(migrations))();
}

/** What makes nothing of ours do anything else. SQLite itself writes the first words. */
function isBeside(sql: string): boolean {
  return /^CREATE (?:TABLE|VIRTUAL TABLE|VIEW|INDEX|UNIQUE INDEX) /.test(sql) && !hidesOfSqlite.test(sql);
}

/** SQLite looks for a table in the file before it takes one of its own: no other way leads to such a name than to write it. */
const hidesOfSqlite = /pragma_|json_(?:each|tree)/i;

/**
 * Prepares looking which indexes our tables have. One of somebody else may say something else than its table, and SQLite
 * answers some questions from the one and some from the other; or have a row not be written that is like another.
 */
function prepareFindIndexes(database: Database, objects: readonly SchemaObject[]): () => readonly string[] {
  const lists = objects
    .filter(({ type }) => type === "table")
    .map(({ name }) => database.prepare<[], { name: string }>(`pragma main.index_list("${name}")`));
  return () => lists.flatMap((list) => list.all().map(({ name }) => name));
}

/** Whoever puts one back may have typed it in a line. */
const told = ({ type, name, sql }: SchemaObject) => `${type} ${name} ${inOneLine(sql)}`;

const inOneLine = (sql: string) => sql.replaceAll(/\s+/g, " ");

/** What was found, and what ends it. */
function wordsOf({ type, name }: SchemaObject, names: ReadonlySet<string>): string {
  if (names.has(name)) return `Somebody has changed its ${type} ${name}: restore a backup.`;
  if (!isPlain.test(name))
    return "Somebody has added what has a name that is better not typed: restore a backup.";
  // Not to be dropped by name: SQLite looks for it by its type.
  if (type !== "trigger" && type !== "index")
    return `Somebody has added ${name}, past SQLite: restore a backup.`;
  return `Somebody has added the ${type} ${name}. This statement drops it: DROP ${type.toUpperCase()} "${name}";`;
}

/** Else a terminal or a shell could obey it. */
const isPlain = /^[\w. -]{1,100}$/;

function wordsOfGone({ type, name, sql }: SchemaObject): string {
  const gone = `Somebody has taken away its ${type} ${name}`;
  if (type === "table") return `${gone}: restore a backup.`;
  return `${gone}. This statement puts it back: ${inOneLine(sql)};`;
}

/** What these migrations make. */
export function schemaOf(migrations: readonly Migration[]): readonly SchemaObject[] {
  const model = new Sqlite(":memory:");
  try {
    defineFolded(model);
    migrate(model, migrations, 0);
    return model.prepare<[], SchemaObject>(select).all();
  } finally {
    model.close();
  }
}
