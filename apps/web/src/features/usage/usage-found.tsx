import { Box, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId, UsageReport } from "../../lib/api/api-types.ts";
import { daysWords } from "../../lib/words/utc-words.ts";
import { Chart } from "../../ui/chart.tsx";
import { Panel } from "../../ui/panel.tsx";
import { NoUsage } from "./no-usage.tsx";
import { usageChartOf } from "../../lib/usage/usage-chart.ts";
import type { Comparison } from "../../lib/usage/usage-comparison.ts";
import { requestsOf, type UsageCount } from "../../lib/usage/usage-count.ts";
import { UsageGroups } from "./usage-groups.tsx";
import type { UsageSearch } from "./usage-search.ts";
import { UsageTotals } from "./usage-totals.tsx";

interface UsageFoundProps {
  readonly organizationId: OrganizationId;
  readonly report: UsageReport;
  readonly comparison: Comparison | null;
  readonly before: UsageCount | null;
  readonly search: UsageSearch;
  readonly stale: boolean;
  readonly onSearch: (search: UsageSearch) => void;
}

export function UsageFound(props: UsageFoundProps) {
  const { organizationId, report, comparison, before, search, stale, onSearch } = props;
  const { t } = useTranslation("usage");
  const days = daysWords(Date.parse(report.from), Date.parse(report.to));
  // Until the new groups are there, the old ones are not what the address says.
  const by = stale ? undefined : search.by;
  return (
    <>
      <UsageTotals report={report} comparison={comparison} before={before} />
      {requestsOf(report.total) === 0 ? (
        <Box mt="md">
          <NoUsage search={search} onSearch={onSearch} />
        </Box>
      ) : (
        <>
          <Panel
            title={t("overTime")}
            actions={
              <Text size="sm" c="dimmed">
                {days}
              </Text>
            }
          >
            <Chart
              data={usageChartOf(report, by)}
              asTable={search.view === "table"}
              onAsTable={(asTable) => onSearch({ ...search, view: asTable ? "table" : undefined })}
              stale={stale}
            />
          </Panel>
          {by !== undefined && <UsageGroups organizationId={organizationId} report={report} by={by} />}
        </>
      )}
    </>
  );
}
