import { limitsOf, requestsPerMinuteOf, type Membership } from "@katkey/keys";
import { timeOf } from "./time.ts";

type Organization = Membership["organization"];

/** What holds in an organization, for its members and for the operator alike. */
export function organizationViewOf(organization: Organization) {
  const { id, name, revision, plan, apiAccess, leakPolicy, suspendedAt, suspensionReason } = organization;
  const { maximumLifetimeDays, expiryRequired, defaultAddresses } = organization;
  return {
    id,
    name,
    /** For a change that must not come after another one. */
    revision,
    plan,
    keyLimit: limitsOf(plan).keys,
    requestsPerMinute: requestsPerMinuteOf(organization),
    apiAccess,
    leakPolicy,
    suspension: suspendedAt === null ? null : { at: timeOf(suspendedAt), reason: suspensionReason ?? "" },
    keyRules: { maximumLifetimeDays, expiryRequired, defaultAddresses },
  };
}
