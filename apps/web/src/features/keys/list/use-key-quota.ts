import { useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { planName } from "../../../lib/organization/plans.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import type { Quota } from "./quota.ts";

/** How much of the plan's keys is in use; `undefined` until it is known. */
export function useKeyQuota(organizationId: OrganizationId): Quota | undefined {
  const trpc = useTRPC();
  const { data: organization } = useQuery(trpc.organizations.get.queryOptions({ organizationId }));
  if (organization === undefined) return undefined;
  const { plan, keyLimit, keysInUse } = organization;
  return { plan: planName(plan), limit: keyLimit, used: keysInUse };
}
