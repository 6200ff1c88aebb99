import type { Act, MemberActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import { assertManages, changeOrganization, type SeenOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";

/**
 * Gives the organization another name, of 1 to 80 characters.
 * @throws KeyError `organization_not_found`, `role_not_allowed`, `organization_changed`
 */
export async function renameOrganization(
  desk: Desk,
  act: Act<MemberActor>,
  { name, ...seen }: SeenOrganization & { readonly name: string },
): Promise<Organization> {
  assertManages(act);
  return changeOrganization(desk, act, {
    action: "organization.renamed",
    patchOf: () => ({ name }),
    ...seen,
  });
}
