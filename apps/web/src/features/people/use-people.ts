import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { PeopleSearch } from "../../lib/search/people-search.ts";
import { useTRPC } from "../../lib/api/trpc.ts";

/** The installation's people, page by page, in the order of their addresses. */
export function usePeople({ q, status }: PeopleSearch) {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.instance.people.list.infiniteQueryOptions(
      {
        ...(q !== undefined && { search: q }),
        ...(status !== undefined && { banned: status === "banned" }),
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
}
