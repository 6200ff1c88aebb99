import { and, asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { stoppedAt } from "../../apps/partner-app.ts";
import { partnerApp } from "../apps/app-schema.ts";
import type { Executor } from "../executor.ts";
import { member, organization } from "../schema.ts";
import { appGrant } from "./grant-schema.ts";

/** Grants with all that they rest on, whatever became of it. */
export function selectGrants(db: Executor) {
  return db
    .select({
      grant: getTableColumns(appGrant),
      app: getTableColumns(partnerApp),
      role: member.role,
      removedAt: member.removedAt,
      organizationName: organization.name,
      suspendedAt: organization.suspendedAt,
    })
    .from(appGrant)
    .innerJoin(partnerApp, eq(partnerApp.id, appGrant.appId))
    .innerJoin(
      member,
      and(eq(member.id, appGrant.memberId), eq(member.organizationId, appGrant.organizationId)),
    )
    .innerJoin(organization, eq(organization.id, appGrant.organizationId))
    .$dynamic();
}

export type GrantRow = ReturnType<ReturnType<typeof selectGrants>["all"]>[number];

/** What `isLive` asks for, of a row. */
export function isLiveRow({ grant, app, removedAt, suspendedAt }: GrantRow): boolean {
  return [grant.endedAt, stoppedAt(app), removedAt, suspendedAt].every((at) => at === null);
}

/** Every condition of a live grant that this package knows. */
export function isLive() {
  const { disabledAt, blockedAt } = partnerApp;
  const ends = [appGrant.endedAt, disabledAt, blockedAt, member.removedAt, organization.suspendedAt];
  return and(...ends.map((at) => isNull(at)));
}

/** In the order in which they were given, which their ids tell only from one millisecond to another. */
export const oldestFirst = asc(sql`${appGrant}.rowid`);
