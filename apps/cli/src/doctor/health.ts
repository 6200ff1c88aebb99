import { folderRemedies } from "@katkey/server/folder-fault";
import type { Trouble } from "@katkey/server/health";
import type { InstallationHealth } from "../health/read-health.ts";
import { counted } from "../words/counted.ts";
import { sizeOf } from "../words/size.ts";
import { remedies } from "./remedies.ts";

/** Below this a backup, a migration or a busy hour fills the disk. */
const leastFreeBytes = 500_000_000;

/** Rows that are filed within seconds, unless nothing files them. */
const mostUnfiled = 5_000;

/** What the dashboard would warn of, and what stands between this and a full disk. */
export function healthFindings(health: InstallationHealth): readonly string[] {
  const { troubles, unfiledUses } = health;
  return [
    ...serverFindings(health),
    // The clock itself is looked at besides, and a file that is gone before all.
    ...troubles
      .filter((trouble) => !isOfClock(trouble) && trouble !== "database_gone")
      .map((trouble) => remedies[trouble]),
    ...roomFindings(health),
    ...(unfiledUses <= mostUnfiled
      ? []
      : [`${counted(unfiledUses, "row")} of uses are not filed. Start the server, or look into its log.`]),
    ...backupFindings(health.backups),
  ];
}

function serverFindings({ server, troubles }: InstallationHealth): readonly string[] {
  // Another's is told of as what keeps from starting.
  const isExplained =
    server.ours === false || server.says === null || server.says === "ok" || troubles.length > 0;
  return isExplained ? [] : [`The server at ${server.url} says that it is ${server.says}. Its log says why.`];
}

function isOfClock(trouble: Trouble): boolean {
  return trouble === "clock_behind" || trouble === "clock_not_believed";
}

function roomFindings({ freeBytes, files }: InstallationHealth): readonly string[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const needed = Math.max(leastFreeBytes, bytes * 2);
  if (freeBytes === null || freeBytes >= needed) return [];
  return [
    `Only ${sizeOf(freeBytes)} are free beside ${sizeOf(bytes)} of data. Make room: ${sizeOf(needed)} are needed for a backup and growth.`,
  ];
}

function backupFindings(backups: InstallationHealth["backups"]): readonly string[] {
  if (backups === null) return [];
  if (backups.folderFault !== null) return [folderRemedies[backups.folderFault]];
  if (backups.newest === null) {
    return ["There is no backup in KATKEY_BACKUP_DIR. Start the server; if it runs, its log says why."];
  }
  if (!backups.overdue) return [];
  const hours = backups.everySeconds / 3_600;
  return [
    `The newest backup is of ${backups.newest.madeAt}, and one is due every ${counted(hours, "hour")}. Start the server; if it runs, its log says why.`,
  ];
}
