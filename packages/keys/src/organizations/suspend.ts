import type { Act, OperatorActor, ShellActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { changeOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";

/**
 * Refuses every request of the organization's keys from now on: when the call returns, none is admitted any more.
 * Its members go on seeing it, and the reason. Once more, it changes the reason.
 * @throws KeyError `organization_not_found`, `organization_changed`
 */
export async function suspend(
  desk: Desk,
  act: Act<OperatorActor | ShellActor>,
  reason: string,
): Promise<Organization> {
  return changeOrganization(desk, act, {
    action: "organization.suspended",
    patchOf: ({ suspendedAt }) => ({ suspendedAt: suspendedAt ?? act.now, suspensionReason: reason }),
  });
}
