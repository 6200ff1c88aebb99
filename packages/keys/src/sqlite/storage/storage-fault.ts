import { KeyError } from "../../errors.ts";

/** What keeps a database from being used: no room is left, the disk fails or allows nothing, or a part of it is damaged. */
export type StorageFault = "storage_full" | "storage_unavailable" | "storage_damaged";

/** What SQLite calls them. `SHMSIZE`: the index of the WAL could not grow. */
const full: ReadonlySet<string> = new Set(["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC", "EDQUOT"]);
const unavailable = /^(?:SQLITE_IOERR|SQLITE_READONLY|SQLITE_CANTOPEN|EROFS$|EIO$|EACCES$|EPERM$)/;
const damaged = /^SQLITE_(?:CORRUPT|NOTADB)/;

/** Of what SQLite or the system threw, or of what that is the cause of; `null`: of something else. */
export function storageFaultOf(error: unknown): StorageFault | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (isFault(code)) return code;
  if (full.has(code)) return "storage_full";
  if (damaged.test(code)) return "storage_damaged";
  return unavailable.test(code) ? "storage_unavailable" : storageFaultOf(error.cause);
}

const messages = {
  storage_full: "The disk is full. Nothing was changed.",
  storage_unavailable: "The disk cannot be written to. Nothing was changed.",
  storage_damaged: "A part of the database is damaged. Nothing was changed.",
} as const satisfies Record<StorageFault, string>;

function isFault(code: string): code is StorageFault {
  return Object.hasOwn(messages, code);
}

export function refusalOf(fault: StorageFault, cause?: unknown): KeyError {
  return new KeyError(fault, messages[fault], { cause });
}
