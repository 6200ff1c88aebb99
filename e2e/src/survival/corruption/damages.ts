import { randomBytes, randomInt } from "node:crypto";
import {
  copyFileSync,
  openSync,
  closeSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Installation } from "./installation.ts";

/** Something that happens to the files of an installation that does not run. */
export interface Damage {
  readonly name: string;
  /** From which state: stopped in order, or killed with changes that are only in the log. */
  readonly after: "stopped" | "killed";
  /** At most so many good tokens may be refused: it hits what they are recognized by. */
  readonly refuses?: number;
  damage(dataDir: string, file: string, other: Installation): void;
}

const pageSize = 4_096;

export const damages: readonly Damage[] = [
  {
    name: "its header is zeroed",
    after: "stopped",
    damage: (dataDir, file) => overwrite(join(dataDir, file), 0, Buffer.alloc(100)),
  },
  {
    name: "a page is overwritten with 0xFF",
    after: "stopped",
    damage(dataDir, file) {
      const path = join(dataDir, file);
      const page = randomInt(1, statSync(path).size / pageSize);
      overwrite(path, page * pageSize, Buffer.alloc(pageSize, 0xff));
    },
  },
  {
    name: "its second half is gone",
    after: "stopped",
    damage(dataDir, file) {
      const path = join(dataDir, file);
      truncateSync(path, Math.floor(statSync(path).size / pageSize / 2) * pageSize);
    },
  },
  {
    name: "it is empty",
    after: "stopped",
    damage: (dataDir, file) => truncateSync(join(dataDir, file), 0),
  },
  { name: "it is gone", after: "stopped", damage: (dataDir, file) => rmSync(join(dataDir, file)) },
  {
    name: "it is a text",
    after: "stopped",
    damage: (dataDir, file) => writeFileSync(join(dataDir, file), "Dear diary, ".repeat(10_000)),
  },
  {
    name: "it is another program's database",
    after: "stopped",
    damage(dataDir, file) {
      rmSync(join(dataDir, file));
      const foreign = new Sqlite(join(dataDir, file));
      foreign.exec("create table recipes (name text)");
      foreign.close();
    },
  },
  {
    name: "its log is garbage",
    after: "killed",
    damage(dataDir, file) {
      const log = join(dataDir, `${file}-wal`);
      writeFileSync(log, randomBytes(statSync(log).size));
    },
  },
  ...[
    { what: "its log's header is", zeroes: 32 },
    { what: "its log's first page is", zeroes: pageSize },
    { what: "all of its log is", zeroes: Infinity },
  ].map(({ what, zeroes }): Damage => ({
    name: `${what} zeroed`,
    after: "killed",
    damage(dataDir, file) {
      const log = join(dataDir, `${file}-wal`);
      overwrite(log, 0, Buffer.alloc(Math.min(zeroes, statSync(log).size)));
    },
  })),
  {
    name: "its log is there without it",
    after: "killed",
    damage: (dataDir, file) => rmSync(join(dataDir, file)),
  },
  {
    name: "it has another database's log",
    after: "stopped",
    damage(dataDir, file, other) {
      copyFileSync(join(other.killed, `${file}-wal`), join(dataDir, `${file}-wal`));
    },
  },
];

/** What only `katkey.db` has. */
export const damagesOfSecrets: readonly Damage[] = [
  {
    name: "one bit of a stored hash is flipped",
    after: "stopped",
    refuses: 1,
    damage(dataDir, file) {
      const path = join(dataDir, file);
      const database = new Sqlite(path, { readonly: true });
      const hash = database
        .prepare<[], Buffer>(
          `select hash from key_secret join api_key on api_key.id = key_id
           where retires_at is null and revoked_at is null order by random() limit 1`,
        )
        .pluck()
        .get();
      database.close();
      const at = hash === undefined ? -1 : readFileSync(path).indexOf(hash);
      if (hash === undefined || at < 0) throw new Error("The hash of a key was not found in the file.");
      const flipped = Buffer.from(hash.subarray(0, 1));
      flipped[0] = (flipped[0] ?? 0) ^ 1;
      overwrite(path, at, flipped);
    },
  },
];

/** Every page of the table of secrets is overwritten, behind the back of the server that has the database open. */
export function damageSecretsInUse(dataDir: string): void {
  const path = join(dataDir, "katkey.db");
  const database = new Sqlite(path);
  database.pragma("wal_checkpoint(truncate)");
  const pages = database
    .prepare<[], number>("select pageno from dbstat where name = 'key_secret' and pagetype = 'leaf'")
    .pluck()
    .all();
  // Whoever has read before must read again.
  database.exec("update organization set revision = revision");
  database.pragma("wal_checkpoint(truncate)");
  for (const page of pages) overwrite(path, (page - 1) * pageSize, Buffer.alloc(pageSize, 0xff));
  database.close();
}

function overwrite(path: string, offset: number, bytes: Buffer): void {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}
