import { Box } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId, UsageReport } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { trendWords } from "../../lib/words/trend-words.ts";
import { requestsOf } from "../../lib/usage/usage-count.ts";
import { startsOf, valuesAt } from "../../lib/usage/usage-slots.ts";
import { SparkBars } from "../../ui/spark-bars.tsx";
import { useNow } from "../../ui/use-now.ts";
import { useTrend } from "./use-home.ts";

/** How many requests there were, how that has changed, and their course. */
export function useRequestsTile(organizationId: OrganizationId, span: "day" | "month", report: UsageReport) {
  const { t } = useTranslation("home");
  const trend = useTrend(organizationId, report, useNow());
  return {
    label: t(`figures.${span}`),
    value: countWords(requestsOf(report.total)),
    aside: trend === null ? undefined : trendWords(trend.before, trend.now),
    description: (
      <>
        <Box component="span" display="block" py={4}>
          <SparkBars values={valuesAt(startsOf(report), report.buckets, requestsOf)} />
        </Box>
        {trend === null
          ? "\u00A0"
          : t(`figures.against.${report.granularity}`, { count: trend.comparison.slots })}
      </>
    ),
  };
}
