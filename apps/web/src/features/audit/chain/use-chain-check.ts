import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { keptWhileShown, nextPlaceOf, useChainParts, type ChainCheck } from "./chain-check.ts";

/** Of an organization's log. */
export function useChainCheck(organizationId: OrganizationId): ChainCheck {
  const trpc = useTRPC();
  const client = useQueryClient();
  const options = trpc.audit.verify.infiniteQueryOptions(
    { organizationId },
    { getNextPageParam: nextPlaceOf },
  );
  const query = useInfiniteQuery({ ...options, ...keptWhileShown });
  return useChainParts(query, () => client.resetQueries({ queryKey: options.queryKey }));
}
