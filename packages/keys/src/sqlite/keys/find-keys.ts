import { and, eq, inArray } from "drizzle-orm";
import type { ApiKey } from "../../keys/api-key.ts";
import type { KeyChange } from "../../keys/key-store.ts";
import { isId, type KeyId, type OrganizationId } from "../../id.ts";
import type { Executor } from "../executor.ts";
import { selectKeys, withSecrets } from "./key-rows.ts";
import { apiKey, keySecret } from "../schema.ts";

/** In the order in which they are named; those that are not there are absent. */
export function findKeys(
  db: Executor,
  organizationId: OrganizationId,
  keyIds: readonly KeyId[],
): readonly ApiKey[] {
  const match = and(eq(apiKey.organizationId, organizationId), inArray(apiKey.id, [...keyIds]));
  const found = new Map(withSecrets(db, selectKeys(db).where(match).all()).map((key) => [key.id, key]));
  return keyIds.flatMap((keyId) => found.get(keyId) ?? []);
}

/** By one primary key or the other. */
export function locateKey(db: Executor, id: string): KeyChange | null {
  const { organizationId } = apiKey;
  if (isId("key", id)) {
    const match = eq(apiKey.id, id);
    return db.select({ organizationId, keyId: apiKey.id }).from(apiKey).where(match).get() ?? null;
  }
  const { organizationId: owner, keyId, publicKeyId } = keySecret;
  return db.select({ organizationId: owner, keyId }).from(keySecret).where(eq(publicKeyId, id)).get() ?? null;
}
