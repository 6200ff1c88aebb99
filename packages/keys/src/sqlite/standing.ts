import { and, eq, isNull } from "drizzle-orm";
import type { Standing } from "../actor.ts";
import type { Deed } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { OrganizationId } from "../id.ts";
import { coversScopes, effectiveScopes } from "../scope.ts";
import type { Executor } from "./executor.ts";
import { isInUse } from "./key-changes.ts";
import { isMember } from "./members.ts";
import { isUsable } from "./rotate-secret.ts";
import { apiKey, keySecret, member } from "./schema.ts";

/** @throws KeyError `authority_lost` when the actor may no longer make the change. */
export function assertStanding(tx: Executor, { standing, events: [event] }: Deed): void {
  if (standing === null || holds(tx, standing, event)) return;
  const message = "What allowed this ended while the request was under way: a role, a membership or a key.";
  throw new KeyError("authority_lost", message);
}

interface Circumstances {
  readonly organizationId: OrganizationId;
  readonly at: number;
}

function holds(tx: Executor, standing: Standing, { organizationId, at }: Circumstances): boolean {
  if (standing.type === "key") return keyHolds(tx, standing, { organizationId, at });
  const { memberId, role } = standing;
  const match = and(isMember(organizationId, memberId), eq(member.role, role));
  return tx.select({ id: member.id }).from(member).where(match).get() !== undefined;
}

function keyHolds(
  tx: Executor,
  { publicKeyId, scopes }: Extract<Standing, { type: "key" }>,
  { organizationId, at }: Circumstances,
): boolean {
  const found = tx
    .select({ scopes: apiKey.scopes, role: member.role })
    .from(keySecret)
    .innerJoin(apiKey, eq(apiKey.id, keySecret.keyId))
    .innerJoin(member, and(eq(member.id, apiKey.responsibleMemberId), isNull(member.removedAt)))
    .where(
      and(
        eq(keySecret.organizationId, organizationId),
        eq(keySecret.publicKeyId, publicKeyId),
        isUsable(at),
        isInUse(at),
      ),
    )
    .get();
  return found !== undefined && coversScopes(effectiveScopes(found.scopes, found.role), scopes);
}
