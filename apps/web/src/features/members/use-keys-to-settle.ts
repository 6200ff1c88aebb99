import { useQuery } from "@tanstack/react-query";
import type { KeyView, MemberId, OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC, useTRPCClient } from "../../lib/api/trpc.ts";

interface Holder {
  readonly organizationId: OrganizationId;
  readonly memberId: MemberId;
}

/** Every key that is not revoked and that this member is responsible for, all pages of them. */
export function useKeysToSettle({ organizationId, memberId }: Holder) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { organizationId, responsibleMemberId: memberId, limit: 100 };
  return useQuery({
    queryKey: [...trpc.keys.list.queryKey(input), "all"],
    queryFn: async ({ signal }) => {
      const keys: KeyView[] = [];
      let cursor: string | null = null;
      do {
        const page: { readonly items: readonly KeyView[]; readonly nextCursor: string | null } =
          await client.keys.list.query({ ...input, ...(cursor !== null && { cursor }) }, { signal });
        keys.push(...page.items.filter(({ status }) => status !== "revoked"));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return keys;
    },
    // A decision about yesterday's keys would be refused.
    staleTime: 0,
    gcTime: 0,
  });
}
