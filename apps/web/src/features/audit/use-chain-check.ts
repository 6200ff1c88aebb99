import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";

/**
 * Checks the chain part by part. The first part goes by itself, and is all of most chains; the rest of a long
 * one is checked when somebody asks for it, and can be stopped.
 */
export function useChainCheck(organizationId: OrganizationId) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [running, setRunning] = useState(false);
  const options = trpc.audit.verify.infiniteQueryOptions(
    { organizationId },
    { getNextPageParam: (part) => (part.intact && part.entries < part.length ? placeOf(part) : undefined) },
  );
  // What was checked is not checked again by itself: that would be the whole chain.
  const query = useInfiniteQuery({ ...options, staleTime: Infinity, gcTime: 0 });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const goesOn = running && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  return {
    part: query.data?.pages.at(-1),
    error: query.error,
    unfinished: hasNextPage,
    checking: isFetching || goesOn,
    checkRest() {
      setRunning(true);
      if (isError) void fetchNextPage();
    },
    stop: () => setRunning(false),
    checkAgain() {
      setRunning(true);
      void client.resetQueries({ queryKey: options.queryKey });
    },
  };
}

export type ChainCheck = ReturnType<typeof useChainCheck>;

function placeOf({ entries, head }: { readonly entries: number; readonly head: string }) {
  return { seq: entries, hash: head };
}
