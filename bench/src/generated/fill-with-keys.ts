import { hash } from "node:crypto";
import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { seed } from "../installation.ts";
import { prepareCopyRow } from "./copy-row.ts";
import { publicKeyIdOf, tokenOf } from "./token-of.ts";

/** No run comes near it: what is measured are answers, not refusals. */
const requestsPerMinute = 10_000_000;
export const mostOrganizations = 1_000;

/**
 * An installation with so many keys, those of `tokenOf`, spread evenly over up to 1,000 organizations of one owner each.
 * The server made the first one of each, the others are its copies.
 */
export async function fillWithKeys(directory: string, keys: number): Promise<void> {
  await seed(directory, { keys: 1 });
  const database = new Sqlite(join(directory, "katkey.db"));
  // A run that breaks starts over: nothing here has to survive anything.
  database.pragma("synchronous = off");
  database.pragma("cache_size = -500000");
  const indexes = dropIndexes(database, ["api_key", "key_secret"]);
  database.transaction(() => insertAll(database, keys))();
  for (const sql of indexes) database.exec(sql);
  database.pragma("wal_checkpoint(truncate)");
  database.close();
}

function insertAll(database: Database, keys: number): void {
  const addOrganization = prepareCopyRow(database, "organization");
  const addMember = prepareCopyRow(database, "member");
  const addKey = prepareCopyRow(database, "api_key");
  const addSecret = prepareCopyRow(database, "key_secret");
  const organizations = Math.min(keys, mostOrganizations);
  for (let i = 0; i < organizations; i += 1) {
    const organization_id = idOf("org", i);
    addOrganization({ id: organization_id, name: `Company ${i}`, requests_per_minute: requestsPerMinute });
    addMember({ id: idOf("mem", i), organization_id, user_id: idOf("usr", i) });
  }
  for (let i = 0; i < keys; i += 1) {
    const owner = i % organizations;
    const [id, name] = [idOf("key", i), `Integration ${i}`];
    const of = { organization_id: idOf("org", owner) };
    addKey({
      ...of,
      id,
      name,
      name_folded: name.toLowerCase(),
      responsible_member_id: idOf("mem", owner),
    });
    const token = tokenOf(i);
    const secret = { public_key_id: publicKeyIdOf(token), hash: hash("sha256", token, "buffer") };
    addSecret({ ...of, key_id: id, ...secret, hint: token.slice(-4) });
  }
}

/** To fill them in one go at the end takes half as long. Returns what makes them again. */
function dropIndexes(database: Database, tables: readonly string[]): readonly string[] {
  const all = database.prepare<[string], { name: string; sql: string }>(
    "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = ?",
  );
  const indexes = tables.flatMap((table) => all.all(table));
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql);
}

/** As long as the server's, and of no year that it would make any in. */
export function idOf(prefix: string, number: number): string {
  return `${prefix}_${String(number).padStart(22, "0")}`;
}
