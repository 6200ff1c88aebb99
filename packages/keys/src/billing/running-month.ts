import type { Act } from "../actor.ts";
import type { Billing } from "./billing.ts";
import { KeyError } from "../errors.ts";
import { closeDueMonths } from "./month-closing.ts";
import { monthOf, nextMonth, type Month } from "./month.ts";
import type { Organization } from "../organizations/organization.ts";

/** The first month that has no statement, and nothing before it is due any more. */
interface RunningMonth {
  readonly organization: Organization;
  readonly month: Month;
}

/**
 * Closes what is due first, so that no answer is from a month that time has passed. A clock that was
 * set back does not bring a closed month back: then the next one runs already.
 * @throws KeyError `organization_not_found`, `busy`
 */
export async function findRunningMonth(
  billing: Billing,
  { organizationId, now }: Pick<Act, "organizationId" | "now">,
): Promise<RunningMonth> {
  await closeDueMonths(billing, { now, organizationId });
  const organization = await billing.tenancy.findOrganization(organizationId);
  if (organization === null) throw new KeyError("organization_not_found", "There is no such organization.");
  const [last] = (await billing.statements.list(organizationId, { limit: 1 })).items;
  return { organization, month: last ? nextMonth(last.month) : monthOf(organization.createdAt) };
}
