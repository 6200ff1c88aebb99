import { and, eq, exists, gt, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { ServiceTokenId } from "../../id.ts";
import type { ServiceTokenRotation } from "../../service-tokens/service-token-store.ts";
import type { Executor } from "../executor.ts";
import { serviceToken, serviceTokenSecret } from "./service-token-schema.ts";

interface Change {
  readonly id: ServiceTokenId;
  readonly now: number;
}

/** Retires the secret it replaces and adds the new one; `false`, and nothing written, when it is no longer the current one. */
export function rotateServiceSecret(tx: Executor, rotation: ServiceTokenRotation): boolean {
  const { id, replaces, retiresAt, secret, now } = rotation;
  const { changes } = tx
    .update(serviceTokenSecret)
    .set({ retiresAt, retiredAt: retiresAt <= now ? now : null })
    .where(and(isSecretOf(id, replaces), isNull(serviceTokenSecret.retiresAt), tokenIsInUse(tx, rotation)))
    .run();
  if (changes === 0) return false;
  // An overlap that an earlier rotation left running ends.
  const { serviceTokenId, publicKeyId } = serviceTokenSecret;
  tx.update(serviceTokenSecret)
    .set({ retiredAt: now })
    .where(and(eq(serviceTokenId, id), ne(publicKeyId, replaces), isRetiring(now)))
    .run();
  tx.insert(serviceTokenSecret)
    .values({ ...secret, hash: Buffer.from(secret.hash), serviceTokenId: id })
    .run();
  return true;
}

/** Retires this secret now; `false` when its overlap is over, or the service token. */
export function endServiceOverlap(tx: Executor, change: Change & { readonly publicKeyId: string }): boolean {
  const { id, publicKeyId, now } = change;
  const { changes } = tx
    .update(serviceTokenSecret)
    .set({ retiredAt: now })
    .where(and(isSecretOf(id, publicKeyId), isRetiring(now), tokenIsInUse(tx, change)))
    .run();
  return changes === 1;
}

export function revokeServiceToken(tx: Executor, { id, now }: Change): boolean {
  const { changes } = tx
    .update(serviceToken)
    .set({ revokedAt: now })
    .where(and(eq(serviceToken.id, id), isNull(serviceToken.revokedAt)))
    .run();
  return changes === 1;
}

/** Neither revoked nor expired. */
export function isServiceTokenInUse(now: number): SQL | undefined {
  const { revokedAt, expiresAt } = serviceToken;
  return and(isNull(revokedAt), or(isNull(expiresAt), gt(expiresAt, now)));
}

function tokenIsInUse(tx: Executor, { id, now }: Change): SQL {
  const token = tx.select({ one: sql`1` }).from(serviceToken);
  return exists(token.where(and(eq(serviceToken.id, id), isServiceTokenInUse(now))));
}

function isSecretOf(id: ServiceTokenId, publicKeyId: string): SQL | undefined {
  return and(eq(serviceTokenSecret.serviceTokenId, id), eq(serviceTokenSecret.publicKeyId, publicKeyId));
}

function isRetiring(now: number): SQL | undefined {
  const { retiredAt, retiresAt } = serviceTokenSecret;
  return and(isNull(retiredAt), gt(retiresAt, now));
}
