import { and, eq, exists, gt, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { LiveKeyChange, Rotation } from "../../keys/key-store.ts";
import type { Executor } from "../executor.ts";
import { isInUse, isKey } from "./key-changes.ts";
import { apiKey, keySecret } from "../schema.ts";

/** Retires the secret it replaces and adds the new one; `false`, and nothing written, when it is no longer the current one. */
export function rotateSecret(tx: Executor, rotation: Rotation): boolean {
  const { organizationId, keyId, replaces, retiresAt, secret, now } = rotation;
  const { changes } = tx
    .update(keySecret)
    .set({ retiresAt, retiredAt: retiresAt <= now ? now : null })
    .where(and(isSecretOf(rotation, replaces), isNull(keySecret.retiresAt), keyIsInUse(tx, rotation)))
    .run();
  if (changes === 0) return false;
  retireOthers(tx, rotation);
  const hash = Buffer.from(secret.hash);
  tx.insert(keySecret)
    .values({ ...secret, hash, keyId, organizationId })
    .run();
  return true;
}

/** A rotation ends an overlap that an earlier one left running. */
function retireOthers(tx: Executor, { organizationId, keyId, replaces, now }: Rotation): void {
  tx.update(keySecret)
    .set({ retiredAt: now })
    .where(
      and(
        eq(keySecret.organizationId, organizationId),
        eq(keySecret.keyId, keyId),
        ne(keySecret.publicKeyId, replaces),
        isRetiring(now),
      ),
    )
    .run();
}

/** Retires this secret now; `false` when its overlap is over, or the key. */
export function endOverlap(tx: Executor, change: LiveKeyChange & { readonly publicKeyId: string }): boolean {
  const { publicKeyId, now } = change;
  const { changes } = tx
    .update(keySecret)
    .set({ retiredAt: now })
    .where(and(isSecretOf(change, publicKeyId), isRetiring(now), keyIsInUse(tx, change)))
    .run();
  return changes === 1;
}

/** The current secret, or one whose overlap still runs. */
export function isUsable(now: number): SQL | undefined {
  return and(isNull(keySecret.retiredAt), or(isNull(keySecret.retiresAt), gt(keySecret.retiresAt, now)));
}

/** No report of a leak keeps it out, or somebody has released it. */
export const isNotQuarantined = or(isNull(keySecret.quarantinedAt), isNotNull(keySecret.releasedAt));

function isRetiring(now: number): SQL | undefined {
  return and(isNull(keySecret.retiredAt), gt(keySecret.retiresAt, now));
}

export function isSecretOf({ organizationId, keyId }: LiveKeyChange, publicKeyId: string): SQL | undefined {
  return and(
    eq(keySecret.organizationId, organizationId),
    eq(keySecret.keyId, keyId),
    eq(keySecret.publicKeyId, publicKeyId),
  );
}

export function keyIsInUse(tx: Executor, change: LiveKeyChange): SQL {
  const key = tx.select({ one: sql`1` }).from(apiKey);
  return exists(key.where(and(isKey(change), isInUse(change.now))));
}
