import { isRetired } from "../keys/secret.ts";
import type { KeyStore, SecretRecord } from "../keys/key-store.ts";
import { parseToken } from "./token.ts";
import { hashToken, isSameHash, noHash } from "./token-hash.ts";

export type Verification =
  | { readonly valid: true; readonly record: SecretRecord }
  | { readonly valid: false; readonly reason: "malformed" | "unknown" }
  | {
      readonly valid: false;
      readonly reason: "key_revoked" | "key_expired" | "secret_retired" | "secret_quarantined";
      /** When it happened. Who holds the right secret may know. */
      readonly at: number;
      readonly record: SecretRecord;
    };

/**
 * Decides about a token alone: form and checksum, then one read, then the
 * constant-time comparison, then the state at `now`. Spends nothing, writes nothing.
 */
export async function verify(
  store: KeyStore,
  token: string,
  { brand, now }: { readonly brand: string; readonly now: number },
): Promise<Verification> {
  const parsed = parseToken(brand, token);
  if (parsed === null) return { valid: false, reason: "malformed" };

  const hash = hashToken(token);
  const record = await store.findSecret(parsed.publicKeyId, hash);
  const matches = isSameHash(hash, record?.hash ?? noHash);
  if (record === null || !matches) return { valid: false, reason: "unknown" };

  const ended = endOf(record, now);
  if (ended === null) return { valid: true, record };
  return { valid: false, ...ended, record };
}

function endOf(record: SecretRecord, now: number) {
  const { key, retiresAt, retiredAt, quarantinedAt } = record;
  if (key.revokedAt !== null) return { reason: "key_revoked", at: key.revokedAt } as const;
  if (key.expiresAt !== null && key.expiresAt <= now) {
    return { reason: "key_expired", at: key.expiresAt } as const;
  }
  if (isRetired(record, now)) {
    return { reason: "secret_retired", at: retiredAt ?? retiresAt ?? now } as const;
  }
  if (quarantinedAt !== null) return { reason: "secret_quarantined", at: quarantinedAt } as const;
  return null;
}
