import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { ServiceTokensSearch } from "../../lib/search/service-tokens-search.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import type { ServiceToken } from "./service-token-types.ts";

/** During a rotation people watch who still asks with the old token. */
const watchEvery = 10_000;

/** The installation's service tokens, page by page, newest first. */
export function useServiceTokens({ show }: ServiceTokensSearch) {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.instance.serviceTokens.list.infiniteQueryOptions(
      { inUse: show !== "all" },
      {
        getNextPageParam: ({ items, nextCursor }) => (nextCursor === null ? undefined : items.at(-1)?.id),
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (isRotating(state.data?.pages ?? []) ? watchEvery : false),
      },
    ),
  );
}

function isRotating(pages: readonly { readonly items: readonly Pick<ServiceToken, "status">[] }[]): boolean {
  return pages.some(({ items }) => items.some(({ status }) => status === "rotating"));
}
