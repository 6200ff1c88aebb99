import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import * as sqlite from "@katkey/keys/sqlite";
import type { Trouble } from "../health.ts";
import type { Log } from "../log.ts";

type Usage = Parameters<typeof sqlite.openDatabase>[0];

interface Circumstances {
  /** Something was done in this installation, and may have been counted. */
  readonly used: boolean;
  readonly isFirst: boolean;
  /** What was found when it was looked at. */
  readonly loss?: sqlite.DatabaseError | null;
  readonly log: Log;
}

/** How a database is lost. What is wrong otherwise, with the disk or the version, goes away by other means. */
const losses: readonly unknown[] = ["missing", "empty", "not_ours", "damaged"];

/** Looks at all of it first; `null`: it is not there, or sound. @throws DatabaseError what is wrong with it and no loss */
export function findLoss({ path, migrations }: Usage): sqlite.DatabaseError | null {
  try {
    if (existsSync(path)) sqlite.lookFirst(path, { migrations });
    return null;
  } catch (cause) {
    if (isLoss(cause)) return cause;
    throw cause;
  }
}

export function isLoss(cause: unknown): cause is sqlite.DatabaseError {
  return cause instanceof sqlite.DatabaseError && losses.includes(cause.code);
}

/**
 * Opens what is counted. Keys are verified without it, so a lost one does not keep the server from starting: it is set
 * aside for the operator, who is told, and counting begins anew. @throws DatabaseError
 */
export function openUsage(usage: Usage, { used, isFirst, loss = null, log }: Circumstances) {
  try {
    if (loss !== null) throw loss;
    return sqlite.openDatabase({ ...usage, mustExist: used });
  } catch (cause) {
    if (!isFirst || !isLoss(cause)) throw cause;
    const left = sqlite.setAside(usage.path, usage.now) ?? noteMissing(usage);
    log.error(
      { reason: cause.message, remove: left },
      "what was counted is lost, and counting begins anew: restore usage.db from a backup",
    );
    return sqlite.openDatabase(usage);
  }
}

/** Where there is nothing to set aside, a note in its place, so that the operator is told until they say that they know. */
function noteMissing({ path, now }: Usage): string {
  const at = new Date(now).toISOString();
  const note = `${path}.missing-${at.replaceAll(/[:.]/g, "-")}`;
  const text = `At the start of ${at} ${basename(path)} was missing, and counting began anew. docs/operations.md, "Damaged files", says how to get the counts back. Remove this file, then or to go on without them.\n`;
  writeFileSync(note, text, { mode: 0o600, flush: true });
  return note;
}

/** How what was counted before was lost, until the operator has removed what is left of it. */
export function lostUsage(path: string): readonly Extract<Trouble, `usage_${string}`>[] {
  const files = namesBeside(path);
  const isLeft = (end: string) => files.some((file) => file.startsWith(`${basename(path)}.${end}-`));
  return [
    ...(isLeft("damaged") ? (["usage_aside"] as const) : []),
    ...(isLeft("missing") ? (["usage_anew"] as const) : []),
  ];
}

/** A folder that is gone, or cannot be read, has worse to tell; and it is asked each second, also then. */
function namesBeside(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
