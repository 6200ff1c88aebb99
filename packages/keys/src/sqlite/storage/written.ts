import type { Database } from "better-sqlite3";
import { retriedWhileBusy } from "../busy.ts";
import { refusalOf, storageFaultOf } from "./storage-fault.ts";
import { storageOf, type Storage } from "./storage.ts";

interface Writing {
  /** Gets the reserve when no room is left, and is let through as long as that is given up. */
  readonly isVital?: boolean;
}

/** Makes a change on a connection, waiting for other processes. @throws KeyError `busy`, `storage_full`, `storage_unavailable`, `storage_damaged` */
export function written<Result>(
  database: Database,
  change: () => Result,
  { isVital = false }: Writing = {},
): Promise<Result> {
  const storage = storageOf(database);
  return retriedWhileBusy(() => {
    if (!isVital && storage.reserve.isGivenUp()) throw refusalOf("storage_full");
    try {
      return change();
    } catch (cause) {
      const fault = storageFaultOf(cause);
      if (fault === null) throw cause;
      storage.note(fault);
      if (isVital && storage.reserve.giveUp()) return lastTry(storage, change);
      throw refusalOf(fault, cause);
    }
  });
}

function lastTry<Result>(storage: Storage, change: () => Result): Result {
  try {
    return change();
  } catch (cause) {
    const fault = storageFaultOf(cause);
    if (fault === null) throw cause;
    storage.note(fault);
    throw refusalOf(fault, cause);
  }
}

/** For stores that lie in the same database and are none of ours: writes as every store does. */
export function createWrite(database: Database): <Result>(change: () => Result) => Promise<Result> {
  return (change) => written(database, change);
}
