import type { Act, MemberActor, OperatorActor, ShellActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { assertManages, changeOrganization, type SeenOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";

/**
 * Turns the API on or off for every key of the organization. When the call returns, each request
 * is judged by it.
 * @throws KeyError `organization_not_found`, `role_not_allowed`, `organization_changed`
 */
export async function changeApiAccess(
  desk: Desk,
  act: Act<MemberActor | OperatorActor | ShellActor>,
  { apiAccess, ...seen }: SeenOrganization & { readonly apiAccess: boolean },
): Promise<Organization> {
  assertManages(act);
  return changeOrganization(desk, act, {
    action: "organization.api_access_changed",
    patchOf: () => ({ apiAccess }),
    ...seen,
  });
}
