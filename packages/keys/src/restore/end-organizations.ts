import { installation } from "../audit/audit.ts";
import type { Organization } from "../organizations/organization.ts";
import type { OrganizationPatch } from "../organizations/organization-change.ts";
import {
  already,
  byHand,
  deedAgain,
  doneIf,
  membersOf,
  textIn,
  unknown,
  type Ended,
  type Enders,
  type Ending,
} from "./ending.ts";

/** What ended with an organization, for all its keys. */
export const organizationEnders = {
  "organization.suspended": (ending) =>
    changeAgain(ending, ({ suspendedAt }) =>
      suspendedAt === null
        ? { suspendedAt: ending.now, suspensionReason: textIn(ending.entry.after, "suspensionReason") }
        : null,
    ),
  "organization.api_access_changed": (ending) =>
    changeAgain(ending, ({ apiAccess }) =>
      apiAccess && membersOf(ending.entry.after)["apiAccess"] === false ? { apiAccess: false } : null,
    ),
  "organization.key_rules_changed": async () =>
    byHand("Its rules for keys were changed: set them as the entry says."),
  "organization.leak_policy_changed": async () =>
    byHand("Its rule for leaks was changed: set it as the entry says."),
} as const satisfies Enders;

async function changeAgain(
  ending: Ending,
  patchOf: (organization: Organization) => OrganizationPatch | null,
): Promise<Ended> {
  const { desk, entry } = ending;
  const { organizationId } = entry;
  const organization =
    organizationId === installation ? null : await desk.tenancy.findOrganization(organizationId);
  if (organization === null) return unknown;
  const patch = patchOf(organization);
  if (patch === null) return already;
  const { id, revision } = organization;
  const change = { organizationId: id, revision, patch };
  return doneIf(await desk.tenancy.changeOrganization(change, deedAgain(ending)));
}
