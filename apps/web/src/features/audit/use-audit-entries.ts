import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { auditFilterOf, type AuditSearch } from "./audit-search.ts";

/** The entries that the address asks for, page by page, newest first. */
export function useAuditEntries(organizationId: OrganizationId, search: AuditSearch) {
  const trpc = useTRPC();
  const { entry } = search;
  return useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      {
        organizationId,
        ...auditFilterOf(search),
        ...(entry !== undefined && { newest: entry }),
      },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
}
