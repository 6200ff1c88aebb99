import type { Database } from "better-sqlite3";
import { and, desc, eq, inArray, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Connection as Connected, GrantStore } from "../../grants/grant-store.ts";
import { partnerApp } from "../apps/app-schema.ts";
import type { Connection } from "../executor.ts";
import { pageOf } from "../page-of.ts";
import { recorded } from "../recorded.ts";
import { intact } from "../seal/seal-connection.ts";
import { sealedApp, sealedGrant, sealedMember, sealedOrganization } from "../seal/sealed-table.ts";
import { connect } from "./connect.ts";
import { endGrant } from "./end-grants.ts";
import { appGrant } from "./grant-schema.ts";
import { isLive, isLiveRow, oldestFirst, selectGrants, type GrantRow } from "./live-grants.ts";

/** The rest is asked for. */
const endedListed = 200;

export function createSqliteGrantStore(database: Database): GrantStore {
  const db = drizzle(database);
  return {
    ...finding(db, isSound(database)),
    ...listing(db),

    connect: async (connection, deed) =>
      recorded(db, deed, { done: "connected", change: (tx) => connect(tx, connection) }),

    end: async (ending, deed) => recorded(db, deed, { done: true, change: (tx) => endGrant(tx, ending) }),
  };
}

function finding(db: Connection, sound: SQL) {
  const { id, appId, organizationId, userId } = appGrant;
  const live = (...match: readonly SQL[]) =>
    selectGrants(db)
      .where(and(isLive(), sound, ...match))
      .orderBy(oldestFirst);

  return {
    find: async (wanted) =>
      selectGrants(db)
        .where(and(eq(id, wanted), sound))
        .get()?.grant ?? null,

    findLive: async (wanted) => live(eq(id, wanted)).get()?.grant ?? null,

    listLiveOf: async (app, organization) =>
      live(eq(appId, app), eq(organizationId, organization))
        .all()
        .map(({ grant }) => grant),

    async findLiveBy({ appId: app, organizationId: organization, userId: user }) {
      const [first] = live(eq(appId, app), eq(organizationId, organization), eq(userId, user)).limit(1).all();
      return first?.grant ?? null;
    },
  } satisfies Partial<GrantStore>;
}

/** Grants, and what they rest on, are what was sealed. */
function isSound(database: Database): SQL {
  const tables = [sealedGrant, sealedApp, sealedMember, sealedOrganization];
  return sql.raw(tables.map((table) => intact(database, table)).join(" and "));
}

function connectionOf(row: GrantRow): Connected {
  const { grant, app } = row;
  return { grant, app, role: row.removedAt === null ? row.role : null, live: isLiveRow(row) };
}

function listing(db: Connection) {
  const { id, appId, organizationId, endedAt } = appGrant;
  return {
    async list(organization) {
      const its = (...match: readonly SQL[]) =>
        selectGrants(db)
          .where(and(eq(organizationId, organization), ...match))
          .orderBy(desc(id));
      const ended = its(isNotNull(endedAt)).limit(endedListed).all();
      return [...its(isNull(endedAt)).all(), ...ended].map(connectionOf);
    },

    async listEnded({ organizationId: organization, before, limit }) {
      const match = and(eq(organizationId, organization), isNotNull(endedAt));
      const rows = selectGrants(db)
        .where(and(match, before === undefined ? undefined : lt(id, before)))
        .orderBy(desc(id))
        .limit(limit + 1)
        .all();
      return pageOf(rows.map(connectionOf), limit, ({ grant }) => grant.id);
    },

    findConnections: async (organization, ids) =>
      selectGrants(db)
        .where(and(eq(organizationId, organization), inArray(id, [...ids])))
        .all()
        .map(connectionOf),

    async listOfApp({ owner, appId: wanted, before, limit }) {
      const match = and(eq(partnerApp.organizationId, owner), eq(appId, wanted));
      const rows = selectGrants(db)
        .where(and(match, before === undefined ? undefined : lt(id, before)))
        .orderBy(desc(id))
        .limit(limit + 1)
        .all();
      const customers = rows.map((row) => {
        const { memberId: _, userId: __, ...grant } = row.grant;
        return { grant, organizationName: row.organizationName, live: isLiveRow(row) };
      });
      return pageOf(customers, limit, ({ grant }) => grant.id);
    },
  } satisfies Partial<GrantStore>;
}
