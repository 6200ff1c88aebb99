import type { OrganizationId } from "../id.ts";
import { defaultLeakPolicy, type LeakPolicy } from "./leak-policy.ts";
import { limitsOf, type Plan } from "./plan.ts";

/** What an organization demands of its keys from now on; keys that exist keep what they have. */
export interface KeyRules {
  /** How many days ahead an expiry may be set. With a maximum every key needs an expiry; `null`: none. */
  readonly maximumLifetimeDays: number | null;
  readonly expiryRequired: boolean;
  /** What a new key's allow list is unless its issuer says otherwise. Canonical. */
  readonly defaultAddresses: readonly string[];
}

/** The tenant. Everything belongs to exactly one. Times are milliseconds since 1970, UTC. */
export interface Organization extends KeyRules {
  readonly id: OrganizationId;
  readonly name: string;
  readonly plan: Plan;
  /** The operator's figure instead of the plan's; `null`: the plan's. */
  readonly requestsPerMinute: number | null;
  readonly apiAccess: boolean;
  readonly leakPolicy: LeakPolicy;
  readonly suspendedAt: number | null;
  /** In the operator's words; `null` while it is not suspended. */
  readonly suspensionReason: string | null;
  readonly createdAt: number;
  /** Counts changes: of two at the same time, one finds that it has moved. */
  readonly revision: number;
}

/** What a new organization begins with. */
export const untouched = {
  requestsPerMinute: null,
  apiAccess: true,
  suspendedAt: null,
  suspensionReason: null,
  maximumLifetimeDays: null,
  expiryRequired: false,
  defaultAddresses: [],
  leakPolicy: defaultLeakPolicy,
  revision: 0,
} as const satisfies Partial<Organization>;

/** Requests that an organization's keys share within any 60 seconds. */
export function requestsPerMinuteOf(organization: Pick<Organization, "plan" | "requestsPerMinute">): number {
  return organization.requestsPerMinute ?? limitsOf(organization.plan).requestsPerMinute;
}

/** What an organization allowed when something was decided about a key of it. */
export type Terms = Pick<Organization, "plan" | "maximumLifetimeDays" | "expiryRequired">;

export function termsOf({ plan, maximumLifetimeDays, expiryRequired }: Organization): Terms {
  return { plan, maximumLifetimeDays, expiryRequired };
}
