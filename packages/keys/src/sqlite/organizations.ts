import { and, eq } from "drizzle-orm";
import type { OrganizationId } from "../id.ts";
import type { OrganizationPatch } from "../organization-change.ts";
import type { Executor } from "./executor.ts";
import { organization } from "./schema.ts";

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
