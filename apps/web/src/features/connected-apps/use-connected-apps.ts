import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import type { ConnectedAppsSearch } from "./connected-apps-search.ts";

/** The connections that the page shows: those that ended by the page, because there may be any number. */
export function useConnectedApps(organizationId: OrganizationId, { show, grant }: ConnectedAppsSearch) {
  const trpc = useTRPC();
  const list = useQuery(trpc.connectedApps.list.queryOptions({ organizationId }));
  const ended = useInfiniteQuery(
    trpc.connectedApps.ended.infiniteQueryOptions(
      { organizationId },
      {
        enabled: show === "all",
        getNextPageParam: ({ items, nextCursor }) => (nextCursor === null ? undefined : items.at(-1)?.id),
      },
    ),
  );
  const all = list.data ?? [];
  // The newest come with the list, and stand there until the pages do.
  const newest = all.filter(({ status }) => status === "ended");
  const paged = ended.data?.pages.flatMap(({ items }) => items) ?? newest;
  const shown = [
    ...all.filter(({ status }) => status !== "ended"),
    ...(show === "all" ? paged : newest.filter(({ id }) => id === grant)),
  ];
  return { list, ended, shown, hasEnded: newest.length > 0 };
}
