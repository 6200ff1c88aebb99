import type { PartnerApp } from "@katkey/keys";
import type { Services } from "../services.ts";
import { shownAppViewOf } from "./app-view.ts";
import { timeOf } from "./time.ts";

/** Apps as the operator sees them who decides about them, each with whose it is. */
export function offeredAppViewsOf({ tenancy }: Services["desk"], apps: readonly PartnerApp[]) {
  return Promise.all(
    apps.map(async (app) => {
      const { organizationId, redirectUris, scopes, approval, createdAt, createdBy } = app;
      const owner = await tenancy.findOrganization(organizationId);
      return {
        ...shownAppViewOf(app),
        organization: { id: organizationId, name: owner?.name ?? "" },
        redirectUris,
        scopes,
        approval,
        disabledAt: timeOf(app.disabledAt),
        blockedAt: timeOf(app.blockedAt),
        createdAt: timeOf(createdAt),
        createdBy,
        /** What a decision must name, so that nothing is approved that nobody has seen. */
        revision: app.revision,
      };
    }),
  );
}
