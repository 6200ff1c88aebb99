import { useQuery } from "@tanstack/react-query";
import type { Member, OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";

const nobody: readonly Member[] = [];

/** The organization's members; empty until they are known. */
export function useMembers(organizationId: OrganizationId): readonly Member[] {
  const trpc = useTRPC();
  return useQuery(trpc.members.list.queryOptions({ organizationId })).data ?? nobody;
}

export function memberLabel({ name, email }: Pick<Member, "name" | "email">): string {
  return name || email;
}
