import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ServiceTokensSearch } from "../../lib/service-tokens-search.ts";
import { useTRPC } from "../../lib/trpc.ts";

/** The installation's service tokens, page by page, newest first. */
export function useServiceTokens({ show }: ServiceTokensSearch) {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.instance.serviceTokens.list.infiniteQueryOptions(
      { inUse: show !== "all" },
      {
        getNextPageParam: ({ items, nextCursor }) => (nextCursor === null ? undefined : items.at(-1)?.id),
        placeholderData: keepPreviousData,
      },
    ),
  );
}
