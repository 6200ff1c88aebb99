import { readdirSync, readFileSync } from "node:fs";

/** One step of a schema: applied once, in order, and never edited after it has landed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations in a folder, named `<owner>/<file>`, in the order of their names. */
function migrationsIn(owner: string, folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted()
    .map((file) => ({
      name: `${owner}/${file.slice(0, -".sql".length)}`,
      sql: readFileSync(new URL(file, folder), "utf8"),
    }));
}

export const keysMigrations = migrationsIn("keys", new URL("../migrations/", import.meta.url));

/** Of the file that keeps the last uses. */
export const usageMigrations = migrationsIn("usage", new URL("../usage-migrations/", import.meta.url));
