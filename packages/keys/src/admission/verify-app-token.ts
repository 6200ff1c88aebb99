import type { AppTokenRecord, AppTokenStore } from "./app-token.ts";
import { parseAppToken } from "./token.ts";
import { hashToken, isSameHash, noHash } from "./token-hash.ts";

export type AppTokenVerification =
  | { readonly valid: true; readonly record: AppTokenRecord }
  | { readonly valid: false; readonly reason: "malformed" | "unknown" }
  | {
      readonly valid: false;
      readonly reason: "app_disconnected" | "token_expired";
      /** When it happened. Who holds the right token may know. */
      readonly at: number;
      readonly record: AppTokenRecord;
    };

/** Decides about an access token of a partner app, as `verify` does about a key's token. */
export async function verifyAppToken(
  store: AppTokenStore,
  token: string,
  { brand, now }: { readonly brand: string; readonly now: number },
): Promise<AppTokenVerification> {
  const publicKeyId = parseAppToken(brand, token);
  if (publicKeyId === null) return { valid: false, reason: "malformed" };

  const hash = hashToken(token);
  const record = await store.find(publicKeyId, hash);
  const matches = isSameHash(hash, record?.hash ?? noHash);
  if (record === null || !matches) return { valid: false, reason: "unknown" };

  const { grant, expiresAt } = record;
  if (grant.endedAt !== null) return { valid: false, reason: "app_disconnected", at: grant.endedAt, record };
  if (expiresAt <= now) return { valid: false, reason: "token_expired", at: expiresAt, record };
  return { valid: true, record };
}
