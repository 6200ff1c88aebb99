import type { Act, MemberActor } from "../actor.ts";
import { parseAddressList } from "../keys/address-list.ts";
import type { Desk } from "../desk.ts";
import { assertManages, changeOrganization, type SeenOrganization } from "./organization-change.ts";
import type { KeyRules, Organization } from "./organization.ts";

/**
 * Changes what is demanded of new keys and of new expiries. Keys that exist keep what they have.
 * @throws KeyError `organization_not_found`, `role_not_allowed`, `addresses_invalid`, `organization_changed`
 */
export async function changeKeyRules(
  desk: Desk,
  act: Act<MemberActor>,
  { defaultAddresses, revision, ...rules }: Partial<KeyRules> & SeenOrganization,
): Promise<Organization> {
  assertManages(act);
  const addresses = defaultAddresses && { defaultAddresses: parseAddressList(defaultAddresses) };
  return changeOrganization(desk, act, {
    action: "organization.key_rules_changed",
    patchOf: () => ({ ...rules, ...addresses }),
    ...(revision !== undefined && { revision }),
  });
}
