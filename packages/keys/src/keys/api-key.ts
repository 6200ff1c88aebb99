import type { AuditActor } from "../audit/audit.ts";
import type { Environment } from "../environment.ts";
import type { Exposure } from "./exposure.ts";
import type { KeyId, MemberId, OrganizationId } from "../id.ts";
import type { Role } from "../organizations/role.ts";
import type { Scope } from "./scope.ts";
import { isRetired, retiringSecretOf, type Secret } from "./secret.ts";

export const revocationReasons = ["unused", "superseded", "compromised", "member_left", "other"] as const;

export type RevocationReason = (typeof revocationReasons)[number];

/** Why a key was ended, in the revoker's words where there are any. */
export interface Revocation {
  readonly at: number;
  readonly reason: RevocationReason;
  readonly text: string | null;
}

/** That a secret was refused from then on because it was reported as leaked. */
export interface Quarantine {
  readonly at: number;
  /** When somebody let it in again. `null`: it is refused still. */
  readonly releasedAt: number | null;
}

/** One bearer token of a key. */
export interface KeySecret extends Secret {
  readonly exposure: Exposure | null;
  readonly quarantine: Quarantine | null;
}

/** The named credential record of one integration. It keeps its id over rotations. */
export interface ApiKey {
  readonly id: KeyId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly note: string | null;
  readonly environment: Environment;
  readonly scopes: readonly Scope[];
  /** Networks (CIDR) that may use the key; empty: any. */
  readonly addresses: readonly string[];
  readonly expiresAt: number | null;
  readonly createdAt: number;
  readonly createdBy: AuditActor & { readonly type: "user" | "key" | "operator" | "system" };
  readonly revocation: Revocation | null;
  /** Counts the edits: an edit of what somebody else has edited meanwhile is refused. */
  readonly revision: number;
  /** Whose role caps the key. `role` is `null` when that member has left. */
  readonly responsible: { readonly memberId: MemberId; readonly role: Role | null };
  /** Newest first: the current one and those it replaced last. Older ones stay in the store as history. */
  readonly secrets: readonly [KeySecret, ...KeySecret[]];
}

export const keyStatuses = ["active", "rotating", "expired", "revoked"] as const;

export type KeyStatus = (typeof keyStatuses)[number];

/** Half-open: at `expiresAt` the key has expired, at `retiresAt` the overlap is over. */
export function statusOf(key: ApiKey, now: number): KeyStatus {
  if (key.revocation !== null) return "revoked";
  if (key.expiresAt !== null && key.expiresAt <= now) return "expired";
  return retiringSecretOf(key, now) === null ? "active" : "rotating";
}

export function currentSecretOf(key: ApiKey): KeySecret {
  return key.secrets[0];
}

/** A key is exposed while a secret that leaked has not been replaced; in quarantine, it waits for somebody still. */
export function exposureOf(key: ApiKey, now: number): Exposure | null {
  const usable = key.secrets.filter((secret) => !isRetired(secret, now));
  return usable.find(({ exposure }) => exposure !== null)?.exposure ?? null;
}

/** Refused, and not for good. */
function isQuarantined({ quarantine }: Pick<KeySecret, "quarantine">): boolean {
  return quarantine !== null && quarantine.releasedAt === null;
}

/** The secret that waits for somebody's decision, if there is one. */
export function quarantinedSecretOf(key: ApiKey, now: number): KeySecret | null {
  if (key.revocation !== null) return null;
  return key.secrets.find((secret) => isQuarantined(secret) && !isRetired(secret, now)) ?? null;
}

/** Of the key's secrets that were accepted at `since` or later: what was over by then is not looked for. */
export function publicKeyIdsOf({ secrets }: Pick<ApiKey, "secrets">, since: number): readonly string[] {
  return secrets
    .filter(({ retiredAt, retiresAt }) => Math.min(retiredAt ?? Infinity, retiresAt ?? Infinity) > since)
    .map(({ publicKeyId }) => publicKeyId);
}
