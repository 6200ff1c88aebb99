import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { InstanceSearch } from "../../lib/search/instance-search.ts";
import { useTRPC } from "../../lib/api/trpc.ts";

/** The installation's organizations, page by page, oldest first. */
export function useOrganizations({ q, plan, status }: InstanceSearch) {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.instance.organizations.infiniteQueryOptions(
      {
        ...(q !== undefined && { search: q }),
        ...(plan !== undefined && { plan }),
        ...(status !== undefined && { suspended: status === "suspended" }),
      },
      {
        getNextPageParam: ({ items, nextCursor }) => (nextCursor === null ? undefined : items.at(-1)?.id),
        placeholderData: keepPreviousData,
      },
    ),
  );
}
