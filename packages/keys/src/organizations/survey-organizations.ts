import { countBilled } from "../billing/billed-requests.ts";
import type { Desk } from "../desk.ts";
import type { OrganizationId } from "../id.ts";
import { findOrganization } from "./organization-change.ts";
import { monthOf } from "../billing/month.ts";
import type { Organization } from "./organization.ts";
import type { Page } from "../page.ts";
import type { OrganizationQuery } from "./tenancy-store.ts";
import type { UsageLog } from "../usage/usage-log.ts";

/** An organization as its operator sees it: how much of it there is, and never what. */
export interface Survey {
  readonly organization: Organization;
  readonly keysInUse: number;
  /** Live requests that were served in the calendar month of `now`. */
  readonly requestsThisMonth: number;
}

type Sources = Pick<Desk, "store" | "tenancy"> & { readonly usage: UsageLog };

/** A page of the installation's organizations, oldest first. */
export async function surveyOrganizations(
  sources: Sources,
  { now, ...query }: OrganizationQuery & { readonly now: number },
): Promise<Page<Survey>> {
  const { items, nextCursor } = await sources.tenancy.listOrganizations(query);
  const surveys = items.map((organization) => surveyOf(sources, organization, now));
  return { items: await Promise.all(surveys), nextCursor };
}

/** @throws KeyError `organization_not_found` */
export async function surveyOrganization(
  sources: Sources,
  { organizationId, now }: { readonly organizationId: OrganizationId; readonly now: number },
): Promise<Survey> {
  return surveyOf(sources, await findOrganization(sources, organizationId), now);
}

async function surveyOf({ store, usage }: Sources, organization: Organization, now: number): Promise<Survey> {
  const { id: organizationId } = organization;
  return {
    organization,
    keysInUse: await store.countInUse(organizationId, now),
    requestsThisMonth: await countBilled(usage, { organizationId, month: monthOf(now) }),
  };
}
