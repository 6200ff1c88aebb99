import { and, eq, isNull, ne, type SQL } from "drizzle-orm";
import type { AuditEvent } from "../../audit/audit.ts";
import type { GrantEnd } from "../../grants/grant.ts";
import type { GrantEnding } from "../../grants/grant-store.ts";
import type { AppId, MemberId, OrganizationId } from "../../id.ts";
import { partnerApp } from "../apps/app-schema.ts";
import type { Executor } from "../executor.ts";
import { appGrant } from "./grant-schema.ts";

interface Ending {
  readonly cause: GrantEnd;
  /** What ends them: who, when and from where. */
  readonly event: AuditEvent;
}

/** Ends what is not over yet, and gives the entries that tell it, each for the log of the organization that gave it. */
export function endGrants(
  tx: Executor,
  match: SQL | undefined,
  { cause, event }: Ending,
): readonly AuditEvent[] {
  const { id, organizationId, appId, scopes } = appGrant;
  const ended = tx
    .update(appGrant)
    .set({ endedAt: event.at, endedBy: cause })
    .where(and(match, isNull(appGrant.endedAt)))
    .returning({ id, organizationId, appId, scopes })
    .all();
  return ended.map((grant) => ({
    ...event,
    organizationId: grant.organizationId,
    action: "app.disconnected",
    object: { type: "grant", id: grant.id, label: nameOf(tx, grant.appId) },
    before: { appId: grant.appId, scopes: grant.scopes },
    after: { cause },
  }));
}

export function endGrant(tx: Executor, { organizationId, id, cause, now }: GrantEnding): boolean {
  const match = and(eq(appGrant.organizationId, organizationId), eq(appGrant.id, id));
  const { changes } = tx
    .update(appGrant)
    .set({ endedAt: now, endedBy: cause })
    .where(and(match, isNull(appGrant.endedAt)))
    .run();
  return changes === 1;
}

/** Every grant of a member. */
export function isGivenBy(member: { readonly organizationId: OrganizationId; readonly memberId: MemberId }) {
  const { organizationId, memberId } = appGrant;
  return and(eq(organizationId, member.organizationId), eq(memberId, member.memberId));
}

/** Every grant for an app but those of its owner's organization. */
export function isGivenToOthers(app: { readonly organizationId: OrganizationId; readonly id: AppId }) {
  return and(eq(appGrant.appId, app.id), ne(appGrant.organizationId, app.organizationId));
}

function nameOf(tx: Executor, id: AppId): string {
  return tx.select({ name: partnerApp.name }).from(partnerApp).where(eq(partnerApp.id, id)).get()?.name ?? id;
}
