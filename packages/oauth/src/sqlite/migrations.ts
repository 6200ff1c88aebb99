import { readdirSync, readFileSync } from "node:fs";

interface Migration {
  readonly name: string;
  readonly sql: string;
}

const folder = new URL("./migrations/", import.meta.url);

/** The tables of this package, in the order of their making, for whoever opens the database. */
export const oauthMigrations: readonly Migration[] = readdirSync(folder)
  .filter((file) => file.endsWith(".sql"))
  .toSorted()
  .map((file) => ({
    name: `oauth/${file.slice(0, -".sql".length)}`,
    sql: readFileSync(new URL(file, folder), "utf8"),
  }));
