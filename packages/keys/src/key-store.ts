import type { ApiKey, Exposure, KeySecret, KeyStatus, Revocation } from "./api-key.ts";
import type { AuditEvent } from "./audit.ts";
import type { Environment } from "./environment.ts";
import type { KeyId, MemberId, OrganizationId } from "./id.ts";
import type { Organization } from "./organization.ts";
import type { Page } from "./page.ts";
import type { Role } from "./role.ts";
import type { Scope } from "./scope.ts";

/** What one look-up of a token finds: enough to decide, without a second read. */
export interface SecretRecord {
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly retiresAt: number | null;
  readonly exposedAt: number | null;
  readonly key: {
    readonly id: KeyId;
    readonly name: string;
    readonly environment: Environment;
    readonly scopes: readonly Scope[];
    readonly addresses: readonly string[];
    readonly expiresAt: number | null;
    readonly revokedAt: number | null;
  };
  readonly organization: Omit<Organization, "createdAt">;
  readonly responsible: { readonly memberId: MemberId; readonly role: Role | null };
}

/** A secret about to be stored. The hash is all that is kept of its token. */
export interface NewSecret {
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly hint: string;
  readonly createdAt: number;
}

export type NewKey = Omit<ApiKey, "secrets" | "revocation" | "revision"> & {
  readonly secret: NewSecret;
};

export interface Rotation {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  readonly replaces: KeySecret["publicKeyId"];
  /** When the replaced secret stops working; `now` when there is no overlap. */
  readonly retiresAt: number;
  readonly secret: NewSecret;
  readonly now: number;
}

/** The fields of a key that can change; one that is absent stays as it is. */
export interface KeyPatch {
  readonly name?: string;
  readonly note?: string | null;
  readonly scopes?: readonly Scope[];
  readonly addresses?: readonly string[];
  readonly expiresAt?: number | null;
  readonly responsibleMemberId?: MemberId;
}

export interface KeyChange {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  readonly now: number;
}

export interface KeyQuery {
  /** Finds names, notes, hints, and ids of keys and secrets. */
  readonly search?: string;
  readonly environment?: Environment;
  readonly status?: KeyStatus;
  readonly responsibleMemberId?: MemberId;
  /** Keys that were made before this one. */
  readonly before?: KeyId;
  /** At least 1. */
  readonly limit: number;
  readonly now: number;
}

/**
 * Where keys are kept. Each method is one atomic unit: the change and its audit
 * entry are written together or not at all, and are durable when it resolves.
 */
export interface KeyStore {
  /**
   * The record to judge a token by. For an unknown id it may be that of another
   * secret, so that known and unknown cost the same: compare the hash.
   */
  findSecret(publicKeyId: string): Promise<SecretRecord | null>;
  findKey(organizationId: OrganizationId, keyId: KeyId): Promise<ApiKey | null>;
  /** Newest first. */
  listKeys(organizationId: OrganizationId, query: KeyQuery): Promise<Page<ApiKey>>;
  /** Keys that count against the plan: neither revoked nor expired. */
  countActive(organizationId: OrganizationId, now: number): Promise<number>;
  /** `cap` is checked by the inserting statement; `null` for no cap. */
  insertKey(
    key: NewKey,
    cap: number | null,
    event: AuditEvent,
  ): Promise<"inserted" | "limit_reached" | "name_taken">;
  /** Ends an older overlap too. `false`: another rotation, a revocation or the expiry was first. */
  rotate(change: Rotation, event: AuditEvent): Promise<boolean>;
  /** `false`: no overlap was running any more. */
  endOverlap(change: KeyChange, event: AuditEvent): Promise<boolean>;
  /** `false`: it was revoked already. When this resolves, no process accepts the key. */
  revoke(change: KeyChange & { readonly revocation: Revocation }, event: AuditEvent): Promise<boolean>;
  /** `changed`: it is no longer at `revision`, or was revoked, or has expired. */
  edit(
    change: KeyChange & { readonly revision: number; readonly patch: KeyPatch },
    event: AuditEvent,
  ): Promise<"edited" | "name_taken" | "changed">;
  /** `false`: it was marked before. */
  markExposed(
    change: KeyChange & { readonly publicKeyId: string; readonly exposure: Exposure },
    event: AuditEvent,
  ): Promise<boolean>;
}
