import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { inspectDatabase } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import type { DatabaseName, ManifestFile } from "./manifest.ts";

/** What is told of a database that nobody writes to. */
export async function describeFile(
  name: DatabaseName,
  path: string,
  database: Database,
): Promise<ManifestFile> {
  return {
    name,
    bytes: statSync(path).size,
    sha256: await sha256Of(path),
    migrations: inspectDatabase(database).migrations.map((migration) => migration.name),
    rows: countRows(database),
  };
}

export async function sha256Of(path: string): Promise<string> {
  const sum = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) sum.update(chunk);
  return sum.digest("hex");
}

/** Of every table that is ours. */
export function countRows(database: Database): Readonly<Record<string, number>> {
  const names = database
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all();
  const count = (name: string) =>
    database.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0;
  return Object.fromEntries(names.map((name) => [name, count(name)]));
}
