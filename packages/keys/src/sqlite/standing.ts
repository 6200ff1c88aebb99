import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull } from "drizzle-orm";
import type { Standing } from "../actor.ts";
import { installation, type ChainId } from "../audit/audit.ts";
import type { Deed } from "../deed.ts";
import { KeyError } from "../errors.ts";
import type { OrganizationId, UserId } from "../id.ts";
import { termsOf, type Terms } from "../organizations/organization.ts";
import { coversScopes, roleAllows } from "../keys/scope.ts";
import type { Executor } from "./executor.ts";
import { isInUse } from "./keys/key-changes.ts";
import { isMember } from "./organizations/members.ts";
import { isNotQuarantined, isUsable } from "./keys/rotate-secret.ts";
import { apiKey, keySecret, member, organization } from "./schema.ts";

/** @throws KeyError `authority_lost` when the actor may no longer make the change. */
export function assertStanding(tx: Executor, deed: Deed, isOperator: IsOperator): void {
  const { standing, terms, events } = deed;
  const [event] = events;
  const stands = standing === null || holds(tx, standing, { ...event, isOperator });
  if (stands && (terms === undefined || areIn(tx, event.organizationId, terms))) return;
  const message =
    "What allowed this ended while the request was under way: a role, a membership, a key or a setting.";
  throw new KeyError("authority_lost", message);
}

/** Asked within a transaction of the same connection, so that its answer holds until the commit. */
export type IsOperator = (userId: UserId) => boolean;

function areIn(tx: Executor, organizationId: ChainId, terms: Terms): boolean {
  if (organizationId === installation) return false;
  const now = tx.select().from(organization).where(eq(organization.id, organizationId)).get();
  return now !== undefined && isDeepStrictEqual(termsOf(now), terms);
}

interface Circumstances {
  readonly organizationId: ChainId;
  readonly at: number;
  readonly isOperator: IsOperator;
}

function holds(tx: Executor, standing: Standing, circumstances: Circumstances): boolean {
  if (standing.type === "operator") return circumstances.isOperator(standing.userId);
  const { organizationId, at } = circumstances;
  if (organizationId === installation) return false;
  if (standing.type === "key") return keyHolds(tx, standing, { organizationId, at });
  const { memberId, role } = standing;
  const match = and(isMember(organizationId, memberId), eq(member.role, role));
  return tx.select({ id: member.id }).from(member).where(match).get() !== undefined;
}

function keyHolds(
  tx: Executor,
  { publicKeyId, scopes }: Extract<Standing, { type: "key" }>,
  { organizationId, at }: { readonly organizationId: OrganizationId; readonly at: number },
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
        isNotQuarantined,
        isInUse(at),
      ),
    )
    .get();
  if (found === undefined) return false;
  // What it was let in with is declared.
  const held = found.scopes.filter((scope) => roleAllows(found.role, scope));
  return coversScopes(held, scopes);
}
