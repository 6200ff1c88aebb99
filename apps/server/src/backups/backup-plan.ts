/** How the server backs itself up. */
export interface BackupPlan {
  readonly folder: string;
  readonly everyMs: number;
  /** How many are kept. */
  readonly keep: number;
}
