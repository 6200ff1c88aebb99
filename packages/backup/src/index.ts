export { BackupError } from "./backup-error.ts";
export { checkBackup } from "./check-backup.ts";
export type { Schema } from "./installation.ts";
export type { Manifest } from "./manifest.ts";
export type { OpenCopy } from "./open-copy.ts";
export { reapplyExports, type ReappliedLog } from "./reapply-exports.ts";
export { restoreBackup } from "./restore-backup.ts";
export { takeBackup, type Taken } from "./take-backup.ts";
