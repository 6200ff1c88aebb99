import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { OrganizationId, UsageReport } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { comparisonOf } from "../../lib/usage/usage-comparison.ts";
import { requestsOf } from "../../lib/usage/usage-count.ts";

const everyMinute = 60_000;

/** Everything that the page shows: asked at once, and shown at once. */
export function useHome(organizationId: OrganizationId) {
  const trpc = useTRPC();
  const whose = { organizationId };
  const settings = { refetchInterval: everyMinute, placeholderData: keepPreviousData } as const;
  const queries = {
    organization: useQuery(trpc.organizations.get.queryOptions(whose)),
    needs: useQuery({ ...trpc.home.needs.queryOptions(whose), ...settings }),
    peak: useQuery({ ...trpc.home.peak.queryOptions(whose), ...settings }),
    day: useQuery({
      ...trpc.usage.report.queryOptions({ ...whose, range: "24h", groupBy: "cause" }),
      ...settings,
    }),
    month: useQuery({
      ...trpc.usage.report.queryOptions({ ...whose, range: "30d", groupBy: "cause" }),
      ...settings,
    }),
    year: useQuery(trpc.usage.report.queryOptions({ ...whose, range: "12mo" })),
  };
  const { organization, needs, peak, day, month, year } = queries;
  const failed = Object.values(queries).find(({ data, error }) => data === undefined && error !== null);
  return {
    shown: organization.data &&
      needs.data &&
      peak.data !== undefined &&
      day.data &&
      month.data &&
      year.data && {
        organization: organization.data,
        needs: needs.data,
        peak: peak.data,
        day: day.data,
        month: month.data,
        wasUsed: requestsOf(year.data.total) > 0,
      },
    error: failed?.error ?? null,
    retry: () => Object.values(queries).forEach(({ refetch }) => void refetch()),
  };
}

export type HomeView = Extract<ReturnType<typeof useHome>["shown"], object>;

/** A report's whole hours or days against as many before; `null` while that is not known, or there were none in either. */
export function useTrend(organizationId: OrganizationId, report: UsageReport, at: number) {
  const trpc = useTRPC();
  const comparison = comparisonOf(report, at);
  const { granularity } = report;
  const { data } = useQuery(
    trpc.usage.report.queryOptions(
      comparison === null
        ? skipToken
        : { organizationId, range: { from: comparison.from, to: comparison.to, granularity } },
    ),
  );
  if (comparison === null || data === undefined) return null;
  const [before, now] = [requestsOf(data.total), requestsOf(comparison.count)];
  return before + now === 0 ? null : { comparison, before, now };
}
