import type { Act, OperatorActor, ShellActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { changeOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";

/**
 * Gives the organization its own number of requests per minute; `null`: its plan's.
 * @throws KeyError `organization_not_found`, `organization_changed`
 */
export async function changeRequestLimit(
  desk: Desk,
  act: Act<OperatorActor | ShellActor>,
  requestsPerMinute: number | null,
): Promise<Organization> {
  return changeOrganization(desk, act, {
    action: "organization.limit_changed",
    patchOf: () => ({ requestsPerMinute }),
  });
}
