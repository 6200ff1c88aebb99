import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { OrganizationId } from "../../id.ts";
import type { OrganizationPatch } from "../../organizations/organization-change.ts";
import type { OrganizationQuery } from "../../organizations/tenancy-store.ts";
import type { Executor } from "../executor.ts";
import { foldedOf } from "../folded.ts";
import { organization } from "../schema.ts";

export function organizationFilter({ search, plan, suspended, after }: OrganizationQuery) {
  const { id, name, suspendedAt } = organization;
  return and(
    after && gt(id, after),
    plan && eq(organization.plan, plan),
    suspended === undefined ? undefined : (suspended ? isNotNull : isNull)(suspendedAt),
    search ? or(sql`instr(folded(${name}), ${foldedOf(search)})`, sql`${id} = ${search}`) : undefined,
  );
}

export function changeOrganization(
  tx: Executor,
  change: {
    readonly organizationId: OrganizationId;
    readonly revision: number;
    readonly patch: OrganizationPatch;
  },
): boolean {
  const { organizationId, revision, patch } = change;
  const { changes } = tx
    .update(organization)
    .set({ ...patch, revision: revision + 1 })
    .where(and(eq(organization.id, organizationId), eq(organization.revision, revision)))
    .run();
  return changes === 1;
}
