import { join } from "node:path";
import type { UsageLog } from "@katkey/keys";
import * as sqlite from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { BackupError } from "./backup-error.ts";
import type { Schema } from "./installation.ts";

/** The databases of an unpacked backup, brought to the schema of this version. */
export interface OpenCopy {
  readonly database: Database;
  readonly usage: UsageLog;
  /** Brings everything into the two files, and leaves none beside them. */
  close(): void;
}

export interface Opening {
  readonly schema: Schema;
  /** How its rows are sealed; `null`: they are not. Absent: whatever they are, for looking only. */
  readonly sealing?: sqlite.Sealing | null;
  readonly now: number;
}

/** @throws BackupError `seal`: it is sealed, and this is not its key; or it is not, and there is a key. `unusable` */
export function openCopy(folder: string, opening: Opening): OpenCopy {
  try {
    return opened(folder, opening);
  } catch (cause) {
    if (!(cause instanceof sqlite.DatabaseError)) throw cause;
    const why = whyNot[cause.code];
    if (why !== undefined) throw new BackupError("seal", why, { cause });
    const message = cause.message.replaceAll(join(folder, "/"), "");
    const sentences = cause.code === "schema_altered" ? `${message}\n${ifAltered}` : message;
    throw new BackupError("unusable", sentences, { cause });
  }
}

const ifAltered =
  'Restore an older backup. Where a statement is told and you have none, it can be run on an unpacked copy, which is then backed up again: docs/operations.md, "Rows that are not sound".';

const ifLost =
  'If that key is lost, and you trust what is in the backup, restore with --seal-anew: docs/operations.md, "Losing its key".';

const whyNot: Partial<Record<sqlite.DatabaseError["code"], string>> = {
  sealed: `What was backed up is sealed, and KATKEY_SEAL_KEY is not set: set it to the key that sealed it, and try again. ${ifLost}`,
  another_key: `What was backed up is sealed with another key than that of KATKEY_SEAL_KEY: set the one that it was sealed with then, and try again. ${ifLost}`,
  unsealed:
    "What was backed up is not sealed, and KATKEY_SEAL_KEY is set. If you trust what is in it, restore with --seal-anew, which seals it; or restore it without the key.",
};

/** @throws DatabaseError */
function opened(folder: string, { schema, sealing, now }: Opening): OpenCopy {
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
