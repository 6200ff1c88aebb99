import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { comparisonOf } from "../../lib/usage/usage-comparison.ts";
import { rangeOf, type UsageSearch } from "./usage-search.ts";

const everyMinute = 60_000;

/** The report that the address asks for, and what the same time before had in all. */
export function useUsage(organizationId: OrganizationId, search: UsageSearch) {
  const trpc = useTRPC();
  const { environment, by = "none" } = search;
  const whose = { organizationId, ...(environment !== undefined && { environment }) };
  const report = useQuery({
    ...trpc.usage.report.queryOptions({ ...whose, range: rangeOf(search), groupBy: by }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  });
  const comparison = report.data === undefined ? null : comparisonOf(report.data, report.dataUpdatedAt);
  const before = useQuery(
    trpc.usage.report.queryOptions(
      comparison === null || report.data === undefined || report.isPlaceholderData
        ? skipToken
        : {
            ...whose,
            range: { from: comparison.from, to: comparison.to, granularity: report.data.granularity },
          },
    ),
  );
  return { report, comparison, before: before.data?.total ?? null };
}
