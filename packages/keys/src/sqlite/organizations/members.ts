import { and, asc, eq, exists, isNull, sql } from "drizzle-orm";
import type { MemberId, OrganizationId, UserId } from "../../id.ts";
import { canAnswerForKeys, type Role } from "../../organizations/role.ts";
import type { Executor } from "../executor.ts";
import { member, organization } from "../schema.ts";

const memberColumns = {
  id: member.id,
  organizationId: member.organizationId,
  userId: member.userId,
  role: member.role,
  joinedAt: member.joinedAt,
};

export function selectMembers(db: Executor) {
  return db.select(memberColumns).from(member).orderBy(asc(member.id)).$dynamic();
}

export function selectMemberships(db: Executor) {
  return db
    .select({ organization, member: memberColumns })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .orderBy(asc(organization.id))
    .$dynamic();
}

/** A member who has not left. */
export function isMember(organizationId: OrganizationId, memberId: MemberId) {
  const match = and(eq(member.organizationId, organizationId), eq(member.id, memberId));
  return and(match, isNull(member.removedAt));
}

/** A user's present place. */
export function isPlaceOf(organizationId: OrganizationId, userId: UserId) {
  const match = and(eq(member.organizationId, organizationId), eq(member.userId, userId));
  return and(match, isNull(member.removedAt));
}

/** True for a member without whom somebody else still owns the organization. */
export function keepsAnOwner(tx: Executor, organizationId: OrganizationId, memberId: MemberId) {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(sql`member as other`)
      .where(
        sql`other.organization_id = ${organizationId} and other.id <> ${memberId}
          and other.role = 'owner' and other.removed_at is null`,
      ),
  );
}

/** A present member whose role lets them be responsible for keys. */
export function canAnswer(tx: Executor, organizationId: OrganizationId, memberId: MemberId): boolean {
  const found = selectMembers(tx).where(isMember(organizationId, memberId)).get();
  return found !== undefined && canAnswerForKeys(found.role);
}

export function changeRole(
  tx: Executor,
  change: {
    readonly organizationId: OrganizationId;
    readonly memberId: MemberId;
    readonly from: Role;
    readonly to: Role;
  },
): "done" | "changed" | "last_owner" {
  const { organizationId, memberId, from, to } = change;
  const match = and(isMember(organizationId, memberId), eq(member.role, from));
  if (selectMembers(tx).where(match).get() === undefined) return "changed";
  const safe = to === "owner" ? match : and(match, keepsAnOwner(tx, organizationId, memberId));
  const { changes } = tx.update(member).set({ role: to }).where(safe).run();
  return changes === 1 ? "done" : "last_owner";
}
