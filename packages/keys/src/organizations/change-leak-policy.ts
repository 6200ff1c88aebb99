import type { Act, MemberActor } from "../actor.ts";
import type { Desk } from "../desk.ts";
import type { LeakPolicy } from "./leak-policy.ts";
import { assertManages, changeOrganization, type SeenOrganization } from "./organization-change.ts";
import type { Organization } from "./organization.ts";

/**
 * Changes what becomes of keys of which a token is reported as leaked from now on.
 * @throws KeyError `organization_not_found`, `role_not_allowed`, `organization_changed`
 */
export async function changeLeakPolicy(
  desk: Desk,
  act: Act<MemberActor>,
  { leakPolicy, ...seen }: SeenOrganization & { readonly leakPolicy: LeakPolicy },
): Promise<Organization> {
  assertManages(act);
  return changeOrganization(desk, act, {
    action: "organization.leak_policy_changed",
    patchOf: () => ({ leakPolicy }),
    ...seen,
  });
}
