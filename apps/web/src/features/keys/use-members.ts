import { useQuery } from "@tanstack/react-query";
import type { Member, OrganizationId } from "../../lib/api/api-types.ts";
import { inNameOrder } from "../../lib/words/name-order.ts";
import { useTRPC } from "../../lib/api/trpc.ts";

const nobody: readonly Member[] = [];

/** The organization's members, by name; empty until they are known. */
export function useMembers(organizationId: OrganizationId): readonly Member[] {
  const trpc = useTRPC();
  const { data = nobody } = useQuery(trpc.members.list.queryOptions({ organizationId }));
  return inNameOrder(data, memberLabel);
}

export function memberLabel({ name, email }: Pick<Member, "name" | "email">): string {
  return name || email;
}
