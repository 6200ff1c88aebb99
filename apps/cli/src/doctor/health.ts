import type { InstallationHealth } from "../health/read-health.ts";
import { sizeOf } from "../size.ts";

/** Below this a backup, a migration or a busy hour fills the disk. */
const leastFreeBytes = 500_000_000;

/** Rows that are filed within seconds, unless nothing files them. */
const mostUnfiled = 5_000;

/** What the dashboard would warn of, and what stands between this and a full disk. */
export function healthFindings(health: InstallationHealth): readonly string[] {
  const { server, freeBytes, files, unfiledUses, backups } = health;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const needed = Math.max(leastFreeBytes, bytes * 2);
  return [
    ...(server.says === null || server.says === "ok"
      ? []
      : [`The server at ${server.url} says that it is ${server.says}. Its log says why.`]),
    ...(health.troubles.includes("storage_full")
      ? ["The disk was full, and the reserve for revocations is given up. Make room."]
      : []),
    ...(health.troubles.includes("usage_aside")
      ? [
          "What was counted before was lost: it lies beside, as usage.db.damaged-… Restore usage.db from a backup, then remove it.",
        ]
      : []),
    ...(freeBytes === null || freeBytes >= needed
      ? []
      : [
          `Only ${sizeOf(freeBytes)} are free beside ${sizeOf(bytes)} of data. Make room: ${sizeOf(needed)} are needed for a backup and growth.`,
        ]),
    ...(unfiledUses <= mostUnfiled
      ? []
      : [`${unfiledUses} rows of uses are not filed. Start the server, or look into its log.`]),
    ...(backups?.overdue === true
      ? ["The newest backup is older than KATKEY_BACKUP_EVERY allows. The server's log says why."]
      : []),
  ];
}
