import { parseServiceToken } from "../admission/token.ts";
import { hashToken, isSameHash, noHash } from "../admission/token-hash.ts";
import { isRetired } from "../keys/secret.ts";
import type { ServiceSecretRecord, ServiceTokenStore } from "./service-token-store.ts";

export type ServiceTokenVerification =
  | {
      readonly valid: true;
      readonly record: Pick<ServiceSecretRecord, "id" | "name" | "publicKeyId" | "organizations">;
    }
  | { readonly valid: false; readonly reason: "malformed" | "unknown" }
  | {
      readonly valid: false;
      readonly reason: "revoked" | "expired" | "retired";
      /** When it happened. Who holds the right secret may know. */
      readonly at: number;
    };

/** Decides about a service token, as `verify` does about a key's: an API key's token is `malformed` here. */
export async function verifyServiceToken(
  store: ServiceTokenStore,
  token: string,
  { brand, now }: { readonly brand: string; readonly now: number },
): Promise<ServiceTokenVerification> {
  const publicKeyId = parseServiceToken(brand, token);
  if (publicKeyId === null) return { valid: false, reason: "malformed" };

  const hash = hashToken(token);
  const record = await store.findSecret(publicKeyId, hash);
  const matches = isSameHash(hash, record?.hash ?? noHash);
  if (record === null || !matches) return { valid: false, reason: "unknown" };
  return endOf(record, now) ?? { valid: true, record };
}

function endOf(record: ServiceSecretRecord, now: number): ServiceTokenVerification | null {
  const { revokedAt, expiresAt, retiredAt, retiresAt } = record;
  if (revokedAt !== null) return { valid: false, reason: "revoked", at: revokedAt };
  if (expiresAt !== null && expiresAt <= now) return { valid: false, reason: "expired", at: expiresAt };
  if (!isRetired(record, now)) return null;
  return { valid: false, reason: "retired", at: retiredAt ?? retiresAt ?? now };
}
