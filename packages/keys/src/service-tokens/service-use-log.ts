/** The latest question that a secret of a service token was accepted for. */
export interface ServiceUse {
  readonly publicKeyId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** From where the service asked. */
  readonly address: string;
}

/**
 * When the secrets of service tokens were used last. Noted in memory and written some seconds later, so that no question
 * waits for it; the death of the process can lose the last of it.
 */
export interface ServiceUseLog {
  /** Only of secrets that there are: each of them is kept. */
  note(use: ServiceUse): void;
  /** By `publicKeyId`, with what is not written yet; nothing of a secret that was never used. */
  lastUses(publicKeyIds: readonly string[]): Promise<ReadonlyMap<string, ServiceUse>>;
  /** Writes what is not written yet. To be called before the file is closed. */
  close(): void;
}
