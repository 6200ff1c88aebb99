import { limitsOf, type Survey } from "@katkey/keys";
import { organizationViewOf } from "./organization-view.ts";
import { timeOf } from "./time.ts";

/** An organization for the operator: numbers, and nothing of what its keys are. */
export function surveyViewOf({ organization, keysInUse, requestsThisMonth }: Survey) {
  return {
    ...organizationViewOf(organization),
    createdAt: timeOf(organization.createdAt),
    /** The operator's own figure; `null`: the plan's. */
    ownRequestsPerMinute: organization.requestsPerMinute,
    planRequestsPerMinute: limitsOf(organization.plan).requestsPerMinute,
    keysInUse,
    requestsThisMonth,
  };
}
