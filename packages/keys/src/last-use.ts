import type { KeyId, OrganizationId } from "./id.ts";

/** One answered request: when, from where, what for, and how it ended. */
export interface SecretUse {
  readonly publicKeyId: string;
  readonly keyId: KeyId;
  readonly organizationId: OrganizationId;
  readonly at: number;
  readonly address: string;
  readonly userAgent: string | null;
  readonly method: string;
  /** The route's pattern, never the path that was called. */
  readonly route: string;
  readonly status: number;
  /** A rotation had replaced the secret, and its overlap still ran. */
  readonly retiring: boolean;
}

/** The last use of a secret, and how many there have been: in all, and since it was replaced. */
export interface LastUse extends Omit<SecretUse, "retiring"> {
  readonly requests: number;
  readonly requestsRetiring: number;
}

/** Who used which secret last. Kept apart from the keys, so that recording disturbs no reader of keys. */
export interface LastUseLog {
  /** Returns at once; written by the end of the event loop's turn. */
  record(use: SecretUse): void;
  /** By `publicKeyId`; secrets that were never used are absent. */
  find(
    organizationId: OrganizationId,
    publicKeyIds: readonly string[],
  ): Promise<ReadonlyMap<string, LastUse>>;
  /** Writes what is not written yet, and lets go of the file. */
  close(): void;
}
