import { and, desc, eq, exists, getTableColumns, gt, isNull, ne, or, sql } from "drizzle-orm";
import type { InvitationId, OrganizationId } from "../../id.ts";
import type { Member } from "../../organizations/member.ts";
import type { Executor } from "../executor.ts";
import { isPlaceOf, selectMembers } from "./members.ts";
import { invitation, member, organization } from "../schema.ts";

export function selectInvitations(db: Executor) {
  const { tokenHash: _, acceptedAt: __, withdrawnAt: ___, ...columns } = getTableColumns(invitation);
  return db
    .select({
      invitation: columns,
      organization,
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .orderBy(desc(invitation.id))
    .$dynamic();
}

/** Neither used nor withdrawn nor expired, and whoever made it could still make it. */
export function isOpen(db: Executor, now: number) {
  const inviter = db
    .select({ one: sql`1` })
    .from(member)
    .where(
      and(
        eq(member.organizationId, invitation.organizationId),
        eq(member.id, invitation.invitedByMemberId),
        isNull(member.removedAt),
        or(eq(member.role, "owner"), and(eq(member.role, "admin"), ne(invitation.role, "owner"))),
      ),
    );
  return and(
    isNull(invitation.acceptedAt),
    isNull(invitation.withdrawnAt),
    gt(invitation.expiresAt, now),
    exists(inviter),
  );
}

export function withdrawInvitation(
  tx: Executor,
  change: {
    readonly organizationId: OrganizationId;
    readonly invitationId: InvitationId;
    readonly now: number;
  },
): boolean {
  const { organizationId, invitationId, now } = change;
  return close(tx, { organizationId, invitationId, now, as: { withdrawnAt: now } });
}

export function acceptInvitation(
  tx: Executor,
  invitationId: InvitationId,
  joining: Member,
): "accepted" | "gone" | "member_exists" {
  const { organizationId, userId, joinedAt: now } = joining;
  if (selectMembers(tx).where(isPlaceOf(organizationId, userId)).get()) return "member_exists";
  if (!close(tx, { organizationId, invitationId, now, as: { acceptedAt: now } })) return "gone";
  tx.insert(member).values(joining).run();
  return "accepted";
}

interface Closing {
  readonly organizationId: OrganizationId;
  readonly invitationId: InvitationId;
  readonly now: number;
  readonly as: { readonly acceptedAt: number } | { readonly withdrawnAt: number };
}

function close(tx: Executor, { organizationId, invitationId, now, as }: Closing): boolean {
  const match = and(eq(invitation.organizationId, organizationId), eq(invitation.id, invitationId));
  return (
    tx
      .update(invitation)
      .set(as)
      .where(and(match, isOpen(tx, now)))
      .run().changes === 1
  );
}
