import type { Database } from "better-sqlite3";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { UserId } from "../../id.ts";
import type { TenancyStore } from "../../organizations/tenancy-store.ts";
import type { Connection } from "../executor.ts";
import { acceptInvitation, withdrawInvitation, isOpen, selectInvitations } from "./invitations.ts";
import { changeOrganization, organizationFilter } from "./organizations.ts";
import { changeRole, isMember, isPlaceOf, selectMembers, selectMemberships } from "./members.ts";
import { endGrants, isGivenBy } from "../grants/end-grants.ts";
import { pageOf } from "../page-of.ts";
import { recorded } from "../recorded.ts";
import { removeMember, unlessUnsettled } from "./remove-member.ts";
import { prepareSoundPlaces } from "./sound-places.ts";
import { invitation, member, organization } from "../schema.ts";
import { intact } from "../seal/seal-connection.ts";
import { sealedInvitation, sealedMember } from "../seal/sealed-table.ts";
import type { IsOperator } from "../standing.ts";

/**
 * `isOperator` is asked on the same connection, within the transaction of an operator's change; by itself nobody is.
 * So is `isBanned` of whoever accepts an invitation.
 */
export function createSqliteTenancyStore(
  database: Database,
  isOperator: IsOperator = () => false,
  isBanned: IsBanned = () => false,
): TenancyStore {
  const db = drizzle(database);
  return { ...organizations(db, isOperator), ...members(db), ...invitations(db, isBanned) };
}

function organizations(db: Connection, isOperator: IsOperator) {
  const soundly = prepareSoundPlaces(db.$client);
  return {
    async insertOrganization(row, owner, deed) {
      await recorded(db, deed, {
        done: true,
        change(tx) {
          tx.insert(organization).values(row).run();
          return tx.insert(member).values(owner).run().changes === 1;
        },
      });
    },

    findOrganization: async (id) =>
      db.select().from(organization).where(eq(organization.id, id)).get() ?? null,

    async listOrganizations(query) {
      const { limit } = query;
      const rows = db
        .select()
        .from(organization)
        .where(organizationFilter(query))
        .orderBy(asc(organization.id))
        .limit(limit + 1)
        .all();
      return pageOf(rows, limit, ({ id }) => id);
    },

    changeOrganization: async (change, deed) =>
      recorded(db, deed, {
        done: true,
        change: (tx) =>
          soundly.organization(change.organizationId, change.patch, () => changeOrganization(tx, change)),
        isOperator,
      }),
  } satisfies Partial<TenancyStore>;
}

function members(db: Connection) {
  const soundly = prepareSoundPlaces(db.$client);
  const isSound = sql.raw(intact(db.$client, sealedMember));
  return {
    findMembership: async (organizationId, userId) =>
      selectMemberships(db)
        .where(and(isPlaceOf(organizationId, userId), isSound))
        .get() ?? null,

    listMemberships: async (userId) =>
      selectMemberships(db)
        .where(and(eq(member.userId, userId), isNull(member.removedAt)))
        .all(),

    findMember: async (organizationId, memberId) =>
      selectMembers(db).where(isMember(organizationId, memberId)).get() ?? null,

    listMembers: async (organizationId) =>
      selectMembers(db)
        .where(and(eq(member.organizationId, organizationId), isNull(member.removedAt)))
        .all(),

    changeRole: async (change, deed) =>
      recorded(db, deed, {
        done: "done",
        change: (tx) => soundly.member({ to: change.memberId }, () => changeRole(tx, change)),
      }),

    removeMember: async (leaving, deed) =>
      unlessUnsettled(() =>
        recorded(db, deed, {
          done: "done",
          change: (tx) => soundly.leaving(leaving, () => removeMember(tx, leaving)),
          consequences: (tx) =>
            endGrants(tx, isGivenBy(leaving), { cause: "revoked", event: deed.events[0] }),
        }),
      ),
  } satisfies Partial<TenancyStore>;
}

type IsBanned = (userId: UserId) => boolean;

function invitations(db: Connection, isBanned: IsBanned) {
  const isSound = sql.raw(intact(db.$client, sealedInvitation));
  return {
    async insertInvitation(row, tokenHash, deed) {
      const values = { ...row, tokenHash: Buffer.from(tokenHash) };
      await recorded(db, deed, {
        done: true,
        change: (tx) => tx.insert(invitation).values(values).run().changes === 1,
      });
    },

    listInvitations: async (organizationId, now) =>
      selectInvitations(db)
        .where(and(eq(invitation.organizationId, organizationId), isOpen(db, now)))
        .all()
        .map((row) => row.invitation),

    findInvitation: async (tokenHash, now) =>
      selectInvitations(db)
        .where(and(eq(invitation.tokenHash, Buffer.from(tokenHash)), isOpen(db, now), isSound))
        .get() ?? null,

    withdrawInvitation: async (change, deed) =>
      recorded(db, deed, { done: true, change: (tx) => withdrawInvitation(tx, change) }),

    acceptInvitation: async (invitationId, joining, deed) =>
      recorded(db, deed, {
        done: "accepted",
        change: (tx) => (isBanned(joining.userId) ? "gone" : acceptInvitation(tx, invitationId, joining)),
      }),
  } satisfies Partial<TenancyStore>;
}
