import type { Act, OperatorActor, ShellActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { changeOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";
import type { Plan } from "./plan.ts";

/**
 * Puts the organization on another plan: its limits at once, its prices for the whole of the running month,
 * because a month is billed on the plan of the moment in which it is closed. Keys beyond the new plan's
 * number stay, and no further one is issued.
 * @throws KeyError `organization_not_found`, `organization_changed`
 */
export async function changePlan(
  desk: Desk,
  act: Act<OperatorActor | ShellActor>,
  plan: Plan,
): Promise<Organization> {
  return changeOrganization(desk, act, { action: "organization.plan_changed", patchOf: () => ({ plan }) });
}
