import { join } from "node:path";
import type { UsageLog } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import type { Schema } from "./installation.ts";

/** The databases of an unpacked backup, brought to the schema of this version. */
export interface OpenCopy {
  readonly database: Database;
  readonly usage: UsageLog;
  /** Brings everything into the two files, and leaves none beside them. */
  close(): void;
}

interface Opening {
  readonly schema: Schema;
  /** Of who will change it; absent: nobody. */
  readonly sealing?: sqlite.Sealing | null;
  readonly now: number;
}

/** @throws DatabaseError */
export function openCopy(folder: string, { schema, sealing, now }: Opening): OpenCopy {
  const open = (name: keyof Schema, seal: Pick<Opening, "sealing"> = {}) =>
    sqlite.openDatabase({
      path: join(folder, name),
      migrations: schema[name],
      now,
      mustExist: true,
      ...seal,
    });
  const database = open("katkey.db", sealing === undefined ? {} : { sealing });
  // What cannot be read of the uses is counted where the copy is examined; it is no fault of the restore.
  const usage = sqlite.createSqliteUsageLog(open("usage.db"), () => {});
  return {
    database,
    usage,
    close() {
      usage.close();
      database.close();
    },
  };
}
