import { KeyError } from "../../errors.ts";

/** Why nothing can be written: no room is left, or the disk itself fails or allows nothing. */
export type StorageFault = "storage_full" | "storage_unavailable";

/** What SQLite calls them. `SHMSIZE`: the index of the WAL could not grow. */
const full: ReadonlySet<string> = new Set(["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC", "EDQUOT"]);
const unavailable = /^(?:SQLITE_IOERR|SQLITE_READONLY|SQLITE_CANTOPEN|EROFS$|EIO$|EACCES$|EPERM$)/;

/** Of what SQLite or the system threw, or of what that is the cause of; `null`: of something else. */
export function storageFaultOf(error: unknown): StorageFault | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (code === "storage_full" || code === "storage_unavailable") return code;
  if (full.has(code)) return "storage_full";
  return unavailable.test(code) ? "storage_unavailable" : storageFaultOf(error.cause);
}

const messages = {
  storage_full: "The disk is full. Nothing was changed.",
  storage_unavailable: "The disk cannot be written to. Nothing was changed.",
} as const satisfies Record<StorageFault, string>;

export function refusalOf(fault: StorageFault, cause?: unknown): KeyError {
  return new KeyError(fault, messages[fault], { cause });
}
