import type { OrganizationId } from "./id.ts";
import { limitsOf, type Plan } from "./plan.ts";

/** The tenant. Everything belongs to exactly one. Times are milliseconds since 1970, UTC. */
export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly plan: Plan;
  /** The operator's figure instead of the plan's; `null`: the plan's. */
  readonly requestsPerMinute: number | null;
  readonly apiAccess: boolean;
  readonly suspendedAt: number | null;
  readonly createdAt: number;
}

/** Requests that an organization's keys share within any 60 seconds. */
export function requestsPerMinuteOf(organization: Pick<Organization, "plan" | "requestsPerMinute">): number {
  return organization.requestsPerMinute ?? limitsOf(organization.plan).requestsPerMinute;
}
