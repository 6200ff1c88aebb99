import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { keptWhileShown, nextPlaceOf, useChainParts, type ChainCheck } from "./chain-check.ts";

/** Of the installation's own log. */
export function useInstallationChainCheck(): ChainCheck {
  const trpc = useTRPC();
  const client = useQueryClient();
  const options = trpc.instance.log.verify.infiniteQueryOptions({}, { getNextPageParam: nextPlaceOf });
  const query = useInfiniteQuery({ ...options, ...keptWhileShown });
  return useChainParts(query, () => client.resetQueries({ queryKey: options.queryKey }));
}
