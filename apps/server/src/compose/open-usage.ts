import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import * as sqlite from "@katkey/keys/sqlite";
import type { Log } from "../log.ts";

type Usage = Parameters<typeof sqlite.openDatabase>[0];

interface Circumstances {
  /** The installation has been used before. */
  readonly used: boolean;
  readonly isFirst: boolean;
  readonly log: Log;
}

/** How a database is lost. What is wrong otherwise, with the disk or the version, goes away by other means. */
const losses: readonly unknown[] = ["missing", "empty", "not_ours", "damaged"];

/**
 * Opens what is counted. Keys are verified without it, so a lost one does not keep the server from starting: it is set
 * aside for the operator, who is told, and counting begins anew. @throws DatabaseError
 */
export function openUsage(usage: Usage, { used, isFirst, log }: Circumstances) {
  try {
    return sqlite.openDatabase({ ...usage, mustExist: used });
  } catch (cause) {
    if (!isFirst || !(cause instanceof sqlite.DatabaseError) || !losses.includes(cause.code)) throw cause;
    const aside = sqlite.setAside(usage.path, usage.now);
    log.error(
      { reason: cause.message, ...(aside !== null && { aside }) },
      "what was counted is lost, and counting begins anew: restore usage.db from a backup",
    );
    return sqlite.openDatabase(usage);
  }
}

/** Until the operator has looked at it and removed it. */
export function isUsageAside(path: string): boolean {
  return readdirSync(dirname(path)).some((file) => file.startsWith(`${basename(path)}.damaged-`));
}
