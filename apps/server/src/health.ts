import type { FolderFault } from "./backups/folder-fault.ts";

/** How an installation is, as far as it can tell by itself. Times are milliseconds since 1970, sizes bytes. */
export interface HealthReport {
  readonly troubles: readonly Trouble[];
  readonly version: string;
  /** The one that was checked out when the process started; `null`: it was no checkout of git. */
  readonly commit: string | null;
  /** How many answer requests. What is told of a process is that of the one that answered. */
  readonly processes: number;
  /** Rows are sealed against who writes to the database past the server. */
  readonly sealed: boolean;
  readonly startedAt: number;
  readonly uptimeSeconds: number;
  readonly sqliteVersion: string;
  /** The last migration of each owner of tables. */
  readonly migrations: readonly { readonly name: string; readonly appliedAt: number }[];
  /** The databases, and what was written to them lately. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** What may still be written beside them; `null` where nobody can say. */
  readonly freeBytes: number | null;
  /** `null`: the server makes none by itself. */
  readonly backups: BackupReport | null;
  readonly usage: {
    readonly writable: boolean;
    /** Rows of the use journal that are not filed yet. */
    readonly unfiled: number;
    /** Requests that are counted in memory only, until they can be written. */
    readonly held: number;
  };
}

/** What is known of the backups that the server makes by itself. */
export interface BackupReport {
  readonly everySeconds: number;
  /** Why none can be made; `null`: nothing is wrong with the folder. */
  readonly folderFault: FolderFault | null;
  /** `null`: there is none yet, or the folder cannot be read. */
  readonly newest: { readonly madeAt: number; readonly bytes: number } | null;
  /** The newest is older than it should be, and the log says why. */
  readonly overdue: boolean;
}

/**
 * Why an installation is degraded, though it verifies keys. `uses_held`: what is counted would not survive the death of
 * the process. `reserve_missing`: a full disk could keep a revocation from being written.
 * `usage_aside`: what was counted before was lost, and lies beside. `usage_anew`: it was lost, and was not there.
 * `rows_unsound`: somebody has asked for what was changed past the server. `database_gone`: a file that is open is no
 * more where it was, and what is written to it would be lost with the process. `schema_altered`: what is sealed has a
 * trigger or a table that we did not make, or has lost one of ours, and nothing is written.
 */
export const troubles = [
  "storage_full",
  "storage_unavailable",
  "storage_damaged",
  "uses_held",
  "reserve_missing",
  "usage_aside",
  "usage_anew",
  "rows_unsound",
  "database_gone",
  "schema_altered",
  "clock_behind",
  "clock_leapt",
  "clock_not_believed",
] as const;

export type Trouble = (typeof troubles)[number];

/** What is known of the disk that the databases lie on. */
export interface Disk {
  trouble(): Extract<Trouble, `storage_${string}`> | null;
  /** There was no room for the reserve of revocations. */
  lacksReserve(): boolean;
  /** Looks whether there is trouble, and whether it is over. */
  look(): Promise<void>;
}

export interface Health {
  troubles(): readonly Trouble[];
  read(): Promise<HealthReport>;
}
