import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { ManyHandedOver, ManyRevoked } from "../../keys/key-store.ts";
import type { Executor } from "../executor.ts";
import { isInUse } from "./key-changes.ts";
import { canAnswer } from "../organizations/members.ts";
import { apiKey } from "../schema.ts";

// Each looks at all keys before it changes one: what is not done leaves nothing behind.

export function revokeAll(tx: Executor, { organizationId, keyIds, revocation }: ManyRevoked): boolean {
  const { at: revokedAt, reason: revokedReason, text: revokedText } = revocation;
  const named = and(eq(apiKey.organizationId, organizationId), inArray(apiKey.id, [...keyIds]));
  const live = and(named, isNull(apiKey.revokedAt));
  if (tx.select({ id: apiKey.id }).from(apiKey).where(live).all().length !== keyIds.length) return false;
  tx.update(apiKey).set({ revokedAt, revokedReason, revokedText }).where(live).run();
  return true;
}

export function handOverAll(
  tx: Executor,
  { organizationId, keys, to, now }: ManyHandedOver,
): "done" | "changed" | "holder_gone" {
  if (!canAnswer(tx, organizationId, to)) return "holder_gone";
  const ids = keys.map(({ id }) => id);
  const named = and(eq(apiKey.organizationId, organizationId), inArray(apiKey.id, ids), isInUse(now));
  const { id, revision } = apiKey;
  const found = new Map(
    tx
      .select({ id, revision })
      .from(apiKey)
      .where(named)
      .all()
      .map((key) => [key.id, key.revision]),
  );
  if (keys.some((key) => found.get(key.id) !== key.revision)) return "changed";
  tx.update(apiKey)
    .set({ responsibleMemberId: to, revision: sql`${apiKey.revision} + 1` })
    .where(named)
    .run();
  return "done";
}
