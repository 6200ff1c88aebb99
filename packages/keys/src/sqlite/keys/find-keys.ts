import { and, eq, inArray } from "drizzle-orm";
import type { ApiKey } from "../../keys/api-key.ts";
import type { KeyId, OrganizationId } from "../../id.ts";
import type { Executor } from "../executor.ts";
import { selectKeys, withSecrets } from "./key-rows.ts";
import { apiKey } from "../schema.ts";

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
