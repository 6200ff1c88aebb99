import type { Act, OperatorActor, ShellActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { changeOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";

/**
 * Ends a suspension.
 * @throws KeyError `organization_not_found`, `organization_changed`
 */
export async function resume(desk: Desk, act: Act<OperatorActor | ShellActor>): Promise<Organization> {
  return changeOrganization(desk, act, {
    action: "organization.resumed",
    patchOf: () => ({ suspendedAt: null, suspensionReason: null }),
  });
}
