import type { Database } from "better-sqlite3";
import { retriedWhileBusy } from "../busy.ts";
import { lookAtSchema, schemaAltered } from "../seal/guard-schema.ts";
import { isGone } from "./is-gone.ts";
import type { ReserveShare } from "./reserve.ts";
import { refusalOf, storageFaultOf } from "./storage-fault.ts";
import { storageOf } from "./storage.ts";

/**
 * Makes a change on a connection, waiting for other processes, and by its share of the reserve for room.
 * @throws KeyError `busy`, `storage_full`, `storage_unavailable`, `storage_damaged`,
 *   `schema_altered`
 */
export function written<Result>(
  database: Database,
  change: () => Result | Promise<Result>,
  share: ReserveShare = "none",
): Promise<Result> {
  const { reserve, note } = storageOf(database);
  return retriedWhileBusy(async () => {
    if (isGone(database)) throw refusalOf("storage_unavailable");
    if (!reserve.isOpenTo(share)) throw refusalOf("storage_full");
    for (;;) {
      try {
        assertSchema(database);
        return await change();
      } catch (cause) {
        const fault = storageFaultOf(cause);
        if (fault === null) throw cause;
        note(fault);
        // Also where the disk seems to fail: SQLite says so of a quota, too.
        if (!reserve.giveUp(share)) throw refusalOf(fault, cause);
      }
    }
  });
}

/** @throws KeyError `schema_altered` */
function assertSchema(database: Database): void {
  if (lookAtSchema(database).length > 0) throw schemaAltered();
}

/** Writes as every store does, for those that lie in the same database and are none of ours. */
export type Write = <Result>(change: () => Result | Promise<Result>, share?: ReserveShare) => Promise<Result>;

export function createWrite(database: Database): Write {
  return (change, share) => written(database, change, share);
}
