import type { ApiKey, KeySecret, KeyStatus, Revocation } from "./api-key.ts";
import type { Claim, Claimed } from "../claim.ts";
import type { Deed } from "../deed.ts";
import type { Environment } from "../environment.ts";
import type { Exposure, LeakReport } from "./exposure.ts";
import type { KeyId, MemberId, OrganizationId } from "../id.ts";
import type { KeySort } from "./key-sort.ts";
import type { NewSecret } from "./secret.ts";
import type { Organization } from "../organizations/organization.ts";
import type { Page } from "../page.ts";
import type { Role } from "../organizations/role.ts";
import type { Scope } from "./scope.ts";
import type { KeysInUse, OlderQuery, Overlap, WaitingQuery } from "./waiting.ts";

/** What one look-up of a token finds: enough to decide, without a second read. */
export interface SecretRecord {
  readonly type: "key";
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly retiresAt: number | null;
  readonly retiredAt: number | null;
  readonly exposedAt: number | null;
  /** Since when it is refused, until it is released. */
  readonly quarantinedAt: number | null;
  readonly key: {
    readonly id: KeyId;
    readonly name: string;
    readonly environment: Environment;
    /** The effective ones: what was granted, as far as it is declared and the responsible member's role allows it. */
    readonly scopes: readonly Scope[];
    readonly addresses: readonly string[];
    readonly expiresAt: number | null;
    readonly revokedAt: number | null;
  };
  readonly organization: Pick<
    Organization,
    "id" | "name" | "plan" | "requestsPerMinute" | "apiAccess" | "suspendedAt"
  >;
  readonly responsible: { readonly memberId: MemberId; readonly role: Role | null };
}

export type NewKey = Omit<ApiKey, "secrets" | "revocation" | "revision"> & {
  readonly secret: NewSecret;
};

export interface Rotation extends LiveKeyChange {
  readonly replaces: KeySecret["publicKeyId"];
  /** When the replaced secret stops working; `now` when there is no overlap. */
  readonly retiresAt: number;
  readonly secret: NewSecret;
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
}

/** What is done about a secret that was reported as leaked, and what is noted of it. */
export interface LeakChange extends LiveKeyChange {
  readonly publicKeyId: string;
  readonly report: LeakReport;
  /** `retire`: ends the overlap of an old secret, which leaves its key as it is. */
  readonly measure: "mark" | "quarantine" | "retire" | { readonly revoke: Revocation };
}

/** A change that only a key in use can have: one that is neither revoked nor expired at `now`. */
export interface LiveKeyChange extends KeyChange {
  readonly now: number;
}

export interface ManyRevoked {
  readonly organizationId: OrganizationId;
  /** Each once. */
  readonly keyIds: readonly KeyId[];
  readonly revocation: Revocation;
}

export interface ManyHandedOver {
  readonly organizationId: OrganizationId;
  /** Each once, as it was when it was decided about. */
  readonly keys: readonly Pick<ApiKey, "id" | "revision">[];
  readonly to: MemberId;
  readonly now: number;
}

export interface KeyQuery {
  /** Finds names, notes, hints, and ids of keys and secrets. */
  readonly search?: string;
  readonly environment?: Environment;
  /** `in_use`: active or rotating. */
  readonly status?: KeyStatus | "in_use";
  readonly responsibleMemberId?: MemberId;
  /** Keys that were granted it, whatever the role of their responsible member allows now. */
  readonly scope?: Scope;
  /** Keys in use of which a secret that leaked is still accepted. */
  readonly exposed?: boolean;
  /** Keys in use that expire before this time. */
  readonly expiresBefore?: number;
  /** Of these keys. */
  readonly only?: ReadonlySet<KeyId>;
  /** By itself the newest first. */
  readonly sort?: KeySort;
  /** `nextCursor` of a page with the same sort. */
  readonly cursor?: string;
  /** At least 1. */
  readonly limit: number;
  readonly now: number;
}

/**
 * Where keys are kept. Each method is one atomic unit: the change and its audit
 * entries are written together or not at all, and are durable when it resolves.
 * @throws KeyError `authority_lost` when the deed's standing no longer holds, `idempotency_in_progress`
 *   when its claim is taken, `busy` when another process holds the store for too long
 */
export interface KeyStore {
  /**
   * The record to judge a token by, as it is now, whichever process changed it. For an unknown id it may be that of
   * another secret, so that known and unknown cost the same: compare the hash. `hash` is that of the presented token:
   * a store may answer from memory whoever presents the right one, and nobody else, to whom time would tell something.
   */
  findSecret(publicKeyId: string, hash: Uint8Array): Promise<SecretRecord | null>;
  findKey(organizationId: OrganizationId, keyId: KeyId): Promise<ApiKey | null>;
  /** Which key has this id, or a secret with this publicKeyId: for the shell, to which every organization is one. */
  locateKey(id: string): Promise<KeyChange | null>;
  /** In the order in which they are named; those that are not there are absent. */
  findKeys(organizationId: OrganizationId, keyIds: readonly KeyId[]): Promise<readonly ApiKey[]>;
  /** All of them, revoked ones too, in the order of their ids. */
  listKeyIds(organizationId: OrganizationId): Promise<readonly KeyId[]>;
  /** @throws KeyError `cursor_invalid` */
  listKeys(organizationId: OrganizationId, query: KeyQuery): Promise<Page<ApiKey>>;
  /** What the claim was good for; `null`: it was not made, or is forgotten. */
  findClaim(organizationId: OrganizationId, id: Claim["id"], now: number): Promise<Claimed | null>;
  /** Keys that count against the plan: neither revoked nor expired. */
  countInUse(organizationId: OrganizationId, now: number): Promise<number>;
  /** Keys in use that wait for somebody: the latest leak first, the next expiry first, else the newest. */
  listWaiting(organizationId: OrganizationId, query: WaitingQuery): Promise<readonly KeyId[]>;
  /** Of keys in use; the oldest rotation first. */
  listOverlaps(organizationId: OrganizationId, query: KeysInUse): Promise<readonly Overlap[]>;
  /** Keys in use that were made before a time, the oldest first. */
  listOlder(organizationId: OrganizationId, query: OlderQuery): Promise<readonly KeyId[]>;
  /** `cap` is checked by the inserting statement; `null` for no cap. */
  insertKey(
    key: NewKey,
    cap: number | null,
    deed: Deed,
  ): Promise<"inserted" | "limit_reached" | "name_taken">;
  /** Ends an older overlap too. `false`: another rotation, a revocation or the expiry was first. */
  rotate(change: Rotation, deed: Deed): Promise<boolean>;
  /** `false`: this secret's overlap was not running any more. */
  endOverlap(change: LiveKeyChange & { readonly publicKeyId: string }, deed: Deed): Promise<boolean>;
  /** `false`: it was revoked already. When this resolves, no process accepts the key. */
  revoke(change: KeyChange & { readonly revocation: Revocation }, deed: Deed): Promise<boolean>;
  /** All of them, or none. `false`: one was revoked already. */
  revokeAll(change: ManyRevoked, deed: Deed): Promise<boolean>;
  /**
   * All of them, or none. `changed`: one is no longer at its revision, or was revoked, or has expired.
   * `holder_gone`: who is to answer for them is no member who can.
   */
  handOverAll(change: ManyHandedOver, deed: Deed): Promise<"done" | "changed" | "holder_gone">;
  /**
   * `changed`: it is no longer at `revision`, or was revoked, or has expired.
   * `holder_gone`: who is to answer for it is no member who can.
   */
  edit(
    change: LiveKeyChange & { readonly revision: number; readonly patch: KeyPatch },
    deed: Deed,
  ): Promise<"edited" | "name_taken" | "changed" | "holder_gone">;
  /** `false`: as much or more was done before, or the key or the secret has ended. */
  handleLeak(change: LeakChange, deed: Deed): Promise<boolean>;
  /** `false`: this secret is not in quarantine, or the key or the secret has ended. */
  release(change: LiveKeyChange & { readonly publicKeyId: string }, deed: Deed): Promise<boolean>;
  /** `false`: it was marked before. */
  markExposed(
    change: {
      readonly organizationId: OrganizationId;
      readonly publicKeyId: string;
      readonly exposure: Exposure;
    },
    deed: Deed,
  ): Promise<boolean>;
}
