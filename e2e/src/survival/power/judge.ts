import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { createSqliteAuditLog } from "../../../../packages/keys/src/sqlite/audit/audit-log.ts";
import { assertLog } from "../../../../packages/keys/src/sqlite/file/assert-log.ts";
import { countedUses } from "../../harness/counted-uses.ts";
import { withDatabase } from "../../harness/database.ts";
import { temporaryDirectory } from "../../harness/server.ts";
import { brokenLaws } from "../storm/laws.ts";
import type { Image } from "./disk.ts";
import type { Sent } from "./workload.ts";

/** What a power cut did: how much that was acknowledged is gone, and what is not whole. */
export interface Damage {
  readonly lost: number;
  readonly corrupt: readonly string[];
}

/** The changes that were answered and are not in the audit log, and what is wrong with the database. */
export function lostChanges(image: Image, answered: readonly Sent[]): Promise<Damage> {
  return judged(image, "katkey.db", async (database) => {
    const entry = database.prepare<[string, string, string], number>(
      "select 1 from audit_entry where action = ? and (object_id = ? or object_label = ?)",
    );
    const isLost = ({ change }: Sent) =>
      change !== null && entry.get(change.action, change.subject, change.subject) === undefined;
    const lost = answered.filter(isLost).length;
    return { lost, corrupt: [...brokenLaws(database), ...(await brokenChains(database))] };
  });
}

/** The requests that were answered and are not counted. All were made with one key. */
export function lostUses(image: Image, answered: readonly Sent[]): Promise<Damage> {
  return judged(image, "usage.db", async (database) => {
    const counts = [...countedUses(database).values()];
    const counted = counts.reduce((sum, [requests]) => sum + requests, 0);
    const differing = counts.filter(([requests, uses]) => requests !== uses);
    return {
      lost: Math.max(0, answered.length - counted),
      corrupt: differing.map(([requests, uses]) => `${requests} requests are counted, and ${uses} uses`),
    };
  });
}

async function judged(
  image: Image,
  file: string,
  judge: (database: Database) => Promise<Damage>,
): Promise<Damage> {
  const dataDir = temporaryDirectory();
  for (const [path, bytes] of image) {
    if (basename(path).startsWith(file)) writeFileSync(join(dataDir, basename(path)), bytes);
  }
  try {
    assertLog(join(dataDir, file));
    const verdict = withDatabase({ dataDir }, (one) => one.pragma("integrity_check", { simple: true }), file);
    if (verdict !== "ok") return { lost: 0, corrupt: [`${file}: ${String(verdict)}`] };
    const database = new Sqlite(join(dataDir, file), { fileMustExist: true });
    try {
      return await judge(database);
    } finally {
      database.close();
    }
  } catch (error) {
    return { lost: 0, corrupt: [`${file}: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

async function brokenChains(database: Database): Promise<readonly string[]> {
  const log = createSqliteAuditLog(database);
  const chains = database.prepare<[], "installation">("select organization_id from audit_head").pluck().all();
  const checks = await Promise.all(chains.map((chain) => log.verify(chain)));
  return checks.flatMap((check) => (check.intact ? [] : [`a log is broken at ${check.firstBrokenSeq}`]));
}
