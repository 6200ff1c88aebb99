import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import type { SealedInstallation } from "./installation.ts";

/** What somebody does who can write to the database, knows all that is and was in it, and has no key to the seal. */
export interface Tampering {
  readonly name: string;
  /** All good tokens may be refused, unless it is said how many. */
  readonly refuses?: number;
  /**
   * Is not noticed when it was done before the start: all that is sealed is as it once was. What runs has a better
   * memory.
   */
  readonly onlyWhileRunning?: true;
  readonly sql: string;
}

const rows = ["api_key", "key_secret"];
const standing = ["organization", "member"];
const log = ["audit_entry", "audit_head"];

export const tamperings: readonly Tampering[] = [
  {
    name: "revoked keys are no longer revoked",
    sql: "update api_key set revoked_at = null, revoked_reason = null where revoked_at is not null",
    refuses: 0,
  },
  {
    name: "the overlap of replaced secrets has no end",
    sql: "update key_secret set retired_at = null, retires_at = 9007199254740991 where retires_at is not null",
    refuses: 0,
  },
  {
    name: "keys may do more",
    sql: `update api_key set scopes = '["keys:write","products:write"]'`,
  },
  {
    name: "secrets of another installation take the places of ours",
    sql: `update key_secret set (public_key_id, hash) =
      (select public_key_id, hash from other.key_secret o where o.rowid = key_secret.rowid)`,
  },
  {
    name: "and their seals with them",
    sql: `update seal set (id, mac) =
        (select o.public_key_id, s.mac from main.key_secret k join other.key_secret o on o.rowid = k.rowid
         join other.seal s on s.id = o.public_key_id where k.public_key_id = seal.id)
      where sealed = 'key_secret';
      update key_secret set (public_key_id, hash) =
        (select public_key_id, hash from other.key_secret o where o.rowid = key_secret.rowid)`,
  },
  { name: "older rows are put back", sql: putBack(...rows) },
  { name: "with the seals that they had", sql: putBack(...rows, "seal") },
  { name: "with the log as it was", sql: putBack(...rows, ...log, "seal") },
  {
    name: "with the total of the turns as it was",
    sql: putBack(...rows, ...standing, ...log, "seal", "seal_total"),
    onlyWhileRunning: true,
  },
  { name: "seals are deleted", sql: "delete from seal" },
  { name: "each row has the next one's seal", sql: nextSeal() },
];

function putBack(...tables: readonly string[]): string {
  return tables
    .map((table) => `delete from main."${table}"; insert into main."${table}" select * from "old ${table}"`)
    .join(";");
}

function nextSeal(): string {
  return `create temp table moved as select sealed, id,
      lead(mac, 1, (select mac from main.seal limit 1)) over (partition by sealed order by id) as mac from main.seal;
    update main.seal set mac = (select m.mac from moved m where m.sealed = seal.sealed and m.id = seal.id)`;
}

/** Does it past every law of the database, and leaves the schema as it was. */
export function tamper(
  dataDir: string,
  { sql }: Tampering,
  { before, other }: { readonly before: string; readonly other: SealedInstallation },
): void {
  const database = new Sqlite(join(dataDir, "katkey.db"));
  try {
    database.pragma("foreign_keys = off");
    database.prepare("attach ? as old").run(join(before, "katkey.db"));
    database.prepare("attach ? as other").run(join(other.dataDir, "katkey.db"));
    showOld(database);
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from main.sqlite_schema where type = 'trigger'",
      )
      .all();
    database
      .transaction(() => {
        for (const { name } of triggers) database.exec(`drop trigger main."${name}"`);
        database.exec(sql);
        for (const trigger of triggers) database.exec(trigger.sql);
      })
      .immediate();
  } finally {
    database.close();
  }
}

/** The tables of the older database without what is computed, as views under other names. */
function showOld(database: Database): void {
  for (const table of [...rows, ...standing, ...log, "seal", "seal_total"]) {
    const columns = database
      .prepare<[string], string>("select name from pragma_table_info(?)")
      .pluck()
      .all(table);
    database.exec(`create temp view "old ${table}" as select ${columns.join()} from old."${table}"`);
  }
}
