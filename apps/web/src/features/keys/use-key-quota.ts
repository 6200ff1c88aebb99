import { useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import type { Quota } from "./quota.ts";

/** How much of the plan's keys is in use; `undefined` until it is known. */
export function useKeyQuota(organizationId: OrganizationId): Quota | undefined {
  const trpc = useTRPC();
  const { data: organization } = useQuery(trpc.organizations.get.queryOptions({ organizationId }));
  const limited = organization !== undefined && organization.keyLimit !== null;
  const countOf = (status: "active" | "rotating") => ({
    ...trpc.keys.list.queryOptions({ organizationId, status, limit: 100 }),
    enabled: limited,
  });
  const active = useQuery(countOf("active"));
  const rotating = useQuery(countOf("rotating"));

  if (organization === undefined) return undefined;
  const { plan, keyLimit: limit } = organization;
  if (limit === null) return { plan, limit, used: null };
  if (active.data === undefined || rotating.data === undefined) return undefined;
  return { plan, limit, used: active.data.items.length + rotating.data.items.length };
}
