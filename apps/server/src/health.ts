/** How an installation is, as far as it can tell by itself. Times are milliseconds since 1970, sizes bytes. */
export interface HealthReport {
  readonly version: string;
  readonly startedAt: number;
  readonly uptimeSeconds: number;
  readonly sqliteVersion: string;
  /** The last migration of each owner of tables. */
  readonly migrations: readonly { readonly name: string; readonly appliedAt: number }[];
  /** The databases, and what was written to them lately. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** What may still be written beside them; `null` where nobody can say. */
  readonly freeBytes: number | null;
  readonly usage: {
    readonly writable: boolean;
    /** Rows of the use journal that are not filed yet. */
    readonly unfiled: number;
  };
}

export interface Health {
  read(): Promise<HealthReport>;
}
