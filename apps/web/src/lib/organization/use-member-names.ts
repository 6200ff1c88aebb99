import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { OrganizationId } from "../api/api-types.ts";
import type { MemberNames } from "../audit/audit-changes.ts";
import { useTRPC } from "../api/trpc.ts";

/** What the organization's members are called, by their id; empty until it is known. */
export function useMemberNames(organizationId: OrganizationId): MemberNames {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.members.list.queryOptions({ organizationId }));
  return useMemo(() => new Map(data?.map(({ id, name, email }) => [id, name || email])), [data]);
}
