import type { BackupReport } from "../health.ts";
import { findNewestBackup } from "./backup-files.ts";
import type { BackupPlan } from "./backup-plan.ts";
import { folderFaultOf } from "./folder-fault.ts";

/** A backup takes its time, and is not late while it is made. */
const patienceMs = 15 * 60_000;

/** What the folder says, whichever process or server made them. Without one, it is due from the start on. */
export async function reportBackups(
  { folder, everyMs }: BackupPlan,
  { startedAt, now }: { readonly startedAt: number; readonly now: number },
): Promise<BackupReport> {
  const newest = await findNewestBackup(folder);
  const dueAt = newest === null ? startedAt : newest.madeAt + everyMs;
  return {
    everySeconds: everyMs / 1_000,
    folderFault: await folderFaultOf(folder),
    newest: newest && { madeAt: newest.madeAt, bytes: newest.bytes },
    overdue: now > dueAt + patienceMs,
  };
}
