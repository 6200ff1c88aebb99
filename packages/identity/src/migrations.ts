import { readFileSync, readdirSync } from "node:fs";

/** One step of the schema, applied once and recorded by its name. */
interface Migration {
  readonly name: string;
  readonly sql: string;
}

const directory = new URL("./migrations/", import.meta.url);

/** The tables of this package, in the order of their making, for `openDatabase`. */
export const identityMigrations: readonly Migration[] = readdirSync(directory)
  .filter((file) => file.endsWith(".sql"))
  .toSorted()
  .map((file) => ({
    name: `identity_${file.slice(0, -".sql".length)}`,
    sql: readFileSync(new URL(file, directory), "utf8"),
  }));
