import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from "@tanstack/react-query";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { keyQueryOf, statusAsked, type StatusAsked } from "./key-query.ts";

/**
 * The keys that the list shows, page by page. Without a status they are the ones in use, and without
 * an order rotating ones lead, because they wait for somebody.
 */
export function useKeyList(organizationId: OrganizationId, search: KeyListSearch) {
  const trpc = useTRPC();
  const split = search.status === undefined && search.sort === undefined;
  const pagesOf = (status: StatusAsked) =>
    trpc.keys.list.infiniteQueryOptions(
      { ...keyQueryOf(organizationId, search), ...(status !== undefined && { status }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: keepPreviousData },
    );

  const leading = useInfiniteQuery({ ...pagesOf("rotating"), enabled: split });
  const main = useInfiniteQuery(pagesOf(split ? "active" : statusAsked(search)));
  const lists = split ? [leading, main] : [main];
  // What follows a list that goes on would be pushed down by its next page.
  const shown = leading.hasNextPage && split ? [leading] : lists;
  const next = shown.find(({ hasNextPage }) => hasNextPage);

  return {
    keys: shown.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []),
    isPending: lists.some(({ isPending }) => isPending),
    isSuccess: lists.every(({ data }) => data !== undefined),
    isStale: lists.some(({ isPlaceholderData }) => isPlaceholderData),
    error: lists.map(errorOf).find((error) => error !== null) ?? null,
    retry: () => lists.forEach(({ refetch }) => void refetch()),
    hasMore: next !== undefined,
    isLoadingMore: shown.some(({ isFetchingNextPage }) => isFetchingNextPage),
    loadMore: () => void next?.fetchNextPage(),
  };
}

export type KeyPages = ReturnType<typeof useKeyList>;

/** A refetch that failed in the background leaves what is shown as good as it was. */
function errorOf<Failure>({ data, error, isFetchNextPageError }: UseInfiniteQueryResult<unknown, Failure>) {
  return data === undefined || isFetchNextPageError ? error : null;
}
