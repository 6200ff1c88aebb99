import type { Deed } from "../deed.ts";
import type { OrganizationId, ServiceTokenId } from "../id.ts";
import type { NewSecret } from "../keys/secret.ts";
import type { Page } from "../page.ts";
import type { ServiceToken } from "./service-token.ts";

/** What one look-up of a service token finds: enough to decide, without a second read. */
export interface ServiceSecretRecord {
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly retiresAt: number | null;
  readonly retiredAt: number | null;
  readonly id: ServiceTokenId;
  readonly name: string;
  readonly organizations: readonly OrganizationId[] | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

export interface NewServiceToken extends Omit<ServiceToken, "revokedAt" | "secrets"> {
  readonly secret: NewSecret;
}

export interface ServiceTokenRotation {
  readonly id: ServiceTokenId;
  /** The secret that must still be the current one. */
  readonly replaces: string;
  readonly retiresAt: number;
  readonly secret: NewSecret;
  readonly now: number;
}

export interface ServiceTokenQuery {
  /** Only those that are neither revoked nor expired. */
  readonly inUse?: boolean;
  /** Service tokens that were issued before this one. */
  readonly before?: ServiceTokenId;
  readonly limit: number;
  readonly now: number;
}

/**
 * Where service tokens are kept. Each method is one atomic unit: the change and its entry in the installation's
 * log are written together or not at all, and are durable when it resolves.
 * @throws KeyError `authority_lost`, `busy`, as the key store
 */
export interface ServiceTokenStore {
  /** As the key store's: the record as it is now, whichever process changed it, and for an unknown id perhaps another's. */
  findSecret(publicKeyId: string, hash: Uint8Array): Promise<ServiceSecretRecord | null>;
  find(id: ServiceTokenId): Promise<ServiceToken | null>;
  /** Newest first. */
  list(query: ServiceTokenQuery): Promise<Page<ServiceToken>>;
  /** `cap`, of those in use, is checked by the inserting statement. */
  insert(
    token: NewServiceToken,
    cap: number,
    deed: Deed,
  ): Promise<"inserted" | "limit_reached" | "name_taken">;
  /** Ends an older overlap too. `false`: another rotation, a revocation or the expiry was first. */
  rotate(rotation: ServiceTokenRotation, deed: Deed): Promise<boolean>;
  /** `false`: this secret's overlap was not running any more. */
  endOverlap(
    change: { readonly id: ServiceTokenId; readonly publicKeyId: string; readonly now: number },
    deed: Deed,
  ): Promise<boolean>;
  /** `false`: it was revoked already. When this resolves, no process accepts it. */
  revoke(change: { readonly id: ServiceTokenId; readonly now: number }, deed: Deed): Promise<boolean>;
}
