import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from "@tanstack/react-query";
import type { KeyStatus, OrganizationId } from "../../../lib/api-types.ts";
import type { KeyListSearch } from "../../../lib/key-list-search.ts";
import { useTRPC } from "../../../lib/trpc.ts";
import { keyQueryOf } from "./key-query.ts";

/**
 * The keys that the list shows, page by page, newest first. Without a status
 * they are the ones in use: rotating ones lead, because they wait for somebody.
 */
export function useKeyList(organizationId: OrganizationId, search: KeyListSearch) {
  const trpc = useTRPC();
  const inUse = search.status === undefined;
  const pagesOf = (status: KeyStatus | undefined) =>
    trpc.keys.list.infiniteQueryOptions(
      { ...keyQueryOf(organizationId, search), ...(status !== undefined && { status }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: keepPreviousData },
    );

  const leading = useInfiniteQuery({ ...pagesOf("rotating"), enabled: inUse });
  const main = useInfiniteQuery(pagesOf(mainStatus(search)));
  const lists = inUse ? [leading, main] : [main];
  // What follows a list that goes on would be pushed down by its next page.
  const shown = leading.hasNextPage && inUse ? [leading] : lists;
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

function mainStatus({ status }: KeyListSearch): KeyStatus | undefined {
  return status === "all" ? undefined : (status ?? "active");
}

/** A refetch that failed in the background leaves what is shown as good as it was. */
function errorOf<Failure>({ data, error, isFetchNextPageError }: UseInfiniteQueryResult<unknown, Failure>) {
  return data === undefined || isFetchNextPageError ? error : null;
}
