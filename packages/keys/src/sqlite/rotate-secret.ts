import { and, eq, exists, gt, isNull, sql } from "drizzle-orm";
import type { KeyChange, Rotation } from "../key-store.ts";
import type { Executor } from "./executor.ts";
import { isInUse, isKey } from "./key-changes.ts";
import { apiKey, keySecret } from "./schema.ts";

/** Retires the secret it replaces and adds the new one; `false`, and nothing written, when it is no longer the current one. */
export function rotateSecret(tx: Executor, rotation: Rotation): boolean {
  const { organizationId, keyId, replaces, retiresAt, secret, now } = rotation;
  const { changes } = tx
    .update(keySecret)
    .set({ retiresAt })
    .where(
      and(
        eq(keySecret.organizationId, organizationId),
        eq(keySecret.keyId, keyId),
        eq(keySecret.publicKeyId, replaces),
        isNull(keySecret.retiresAt),
        keyIsInUse(tx, rotation),
      ),
    )
    .run();
  if (changes === 0) return false;
  retireOverlap(tx, { organizationId, keyId, now, except: replaces });
  const hash = Buffer.from(secret.hash);
  tx.insert(keySecret)
    .values({ ...secret, hash, keyId, organizationId })
    .run();
  return true;
}

/** Retires the secrets whose overlap still runs; `false` when there is none. */
export function retireOverlap(tx: Executor, change: KeyChange & { readonly except?: string }): boolean {
  const { organizationId, keyId, now, except } = change;
  const { changes } = tx
    .update(keySecret)
    .set({ retiresAt: now })
    .where(
      and(
        eq(keySecret.organizationId, organizationId),
        eq(keySecret.keyId, keyId),
        gt(keySecret.retiresAt, now),
        except === undefined ? undefined : sql`${keySecret.publicKeyId} <> ${except}`,
      ),
    )
    .run();
  return changes > 0;
}

function keyIsInUse(tx: Executor, rotation: Rotation) {
  const key = tx.select({ one: sql`1` }).from(apiKey);
  return exists(key.where(and(isKey(rotation), isInUse(rotation.now))));
}
