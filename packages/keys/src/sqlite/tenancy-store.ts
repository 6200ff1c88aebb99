import type { Database } from "better-sqlite3";
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { TenancyStore } from "../tenancy-store.ts";
import { appendAudit } from "./audit-trail.ts";
import type { Executor } from "./executor.ts";
import { keepsAnOwner, removeMember } from "./remove-member.ts";
import { invitation, member, organization } from "./schema.ts";

const immediate = { behavior: "immediate" } as const;

const memberColumns = {
  id: member.id,
  organizationId: member.organizationId,
  userId: member.userId,
  role: member.role,
  joinedAt: member.joinedAt,
};

const invitationColumns = {
  id: invitation.id,
  organizationId: invitation.organizationId,
  email: invitation.email,
  role: invitation.role,
  invitedBy: invitation.invitedBy,
  createdAt: invitation.createdAt,
  expiresAt: invitation.expiresAt,
};

export function createSqliteTenancyStore(database: Database): TenancyStore {
  const db = drizzle(database);

  return {
    async insertOrganization(row, owner, event) {
      db.transaction((tx) => {
        tx.insert(organization).values(row).run();
        tx.insert(member).values(owner).run();
        appendAudit(tx, event);
      }, immediate);
    },

    async findOrganization(organizationId) {
      const match = eq(organization.id, organizationId);
      return db.select().from(organization).where(match).get() ?? null;
    },

    async findMembership(organizationId, userId) {
      const match = and(eq(member.organizationId, organizationId), eq(member.userId, userId));
      return selectMemberships(db).where(and(match, isNull(member.removedAt))).get() ?? null;
    },

    async listMemberships(userId) {
      const match = and(eq(member.userId, userId), isNull(member.removedAt));
      return selectMemberships(db).where(match).orderBy(asc(organization.id)).all();
    },

    async findMember(organizationId, memberId) {
      const match = and(eq(member.organizationId, organizationId), eq(member.id, memberId));
      const present = and(match, isNull(member.removedAt));
      return db.select(memberColumns).from(member).where(present).get() ?? null;
    },

    async listMembers(organizationId) {
      const match = and(eq(member.organizationId, organizationId), isNull(member.removedAt));
      return db.select(memberColumns).from(member).where(match).orderBy(asc(member.id)).all();
    },

    async changeRole({ organizationId, memberId, from, to }, event) {
      return db.transaction((tx) => {
        const match = and(
          eq(member.organizationId, organizationId),
          eq(member.id, memberId),
          eq(member.role, from),
          isNull(member.removedAt),
        );
        const current = tx.select(memberColumns).from(member).where(match).get();
        if (current === undefined) return "changed";
        const safe = to === "owner" ? match : and(match, keepsAnOwner(tx, organizationId, memberId));
        if (tx.update(member).set({ role: to }).where(safe).run().changes === 0) return "last_owner";
        appendAudit(tx, event);
        return "done";
      }, immediate);
    },

    async removeMember(leaving, events) {
      return removeMember(db, leaving, events);
    },

    async insertInvitation(row, tokenHash, event) {
      db.transaction((tx) => {
        tx.insert(invitation).values({ ...row, tokenHash: Buffer.from(tokenHash) }).run();
        appendAudit(tx, event);
      }, immediate);
    },

    async listInvitations(organizationId, now) {
      return db
        .select(invitationColumns)
        .from(invitation)
        .where(and(eq(invitation.organizationId, organizationId), isOpen(now)))
        .orderBy(desc(invitation.id))
        .all();
    },

    async findInvitation(tokenHash, now) {
      const match = and(eq(invitation.tokenHash, Buffer.from(tokenHash)), isOpen(now));
      const found = db
        .select({ invitation: invitationColumns, organization })
        .from(invitation)
        .innerJoin(organization, eq(organization.id, invitation.organizationId))
        .where(match)
        .get();
      return found ?? null;
    },

    async cancelInvitation({ organizationId, invitationId, now }, event) {
      return db.transaction((tx) => {
        const { changes } = tx
          .update(invitation)
          .set({ cancelledAt: now })
          .where(
            and(
              eq(invitation.organizationId, organizationId),
              eq(invitation.id, invitationId),
              isOpen(now),
            ),
          )
          .run();
        if (changes === 1) appendAudit(tx, event);
        return changes === 1;
      }, immediate);
    },

    async acceptInvitation(invitationId, joining, events) {
      return db.transaction((tx) => {
        const { organizationId, userId, joinedAt } = joining;
        const place = and(eq(member.organizationId, organizationId), eq(member.userId, userId));
        const present = and(place, isNull(member.removedAt));
        if (tx.select(memberColumns).from(member).where(present).get()) return "member_exists";
        const { changes } = tx
          .update(invitation)
          .set({ acceptedAt: joinedAt })
          .where(
            and(
              eq(invitation.organizationId, organizationId),
              eq(invitation.id, invitationId),
              isOpen(joinedAt),
            ),
          )
          .run();
        if (changes === 0) return "gone";
        tx.insert(member).values(joining).run();
        appendAudit(tx, ...events);
        return "accepted";
      }, immediate);
    },
  };
}

function selectMemberships(db: Executor) {
  return db
    .select({ organization, member: memberColumns })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .$dynamic();
}

function isOpen(now: number) {
  return and(
    isNull(invitation.acceptedAt),
    isNull(invitation.cancelledAt),
    gt(invitation.expiresAt, now),
  );
}
