import { Button, Stack } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { UsageReport } from "../../../lib/api/api-types.ts";
import type { KeyPageSearch } from "../../../lib/search/key-page-search.ts";
import { usageChartOf } from "../../../lib/usage/usage-chart.ts";
import { requestsOf } from "../../../lib/usage/usage-count.ts";
import { groupRowsOf } from "../../../lib/usage/usage-group-rows.ts";
import { Chart } from "../../../ui/chart.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { keyUsageColumns } from "./key-usage-columns.tsx";

interface KeyUsageFoundProps {
  readonly report: UsageReport;
  /** Another report is on its way, and this is not what the address says. */
  readonly stale: boolean;
  readonly search: KeyPageSearch;
  readonly onSearch: (search: KeyPageSearch) => void;
}

export function KeyUsageFound({ report, stale, search, onSearch }: KeyUsageFoundProps) {
  const { t } = useTranslation("usage");
  const { by = "status", view, range } = search;
  if (requestsOf(report.total) === 0) return <NoKeyUsage range={range} onSearch={onSearch} />;
  // Until the new groups are there, the old ones are named as what they are.
  const shown = stale ? groupOf(report) : by;
  return (
    <Stack gap="sm">
      <Chart
        data={usageChartOf(report, shown)}
        asTable={view === "table"}
        onAsTable={(asTable) => onSearch({ ...search, view: asTable ? "table" : undefined })}
        stale={stale}
      />
      <DataTable
        label={t(`groupsLabel.${shown}`)}
        columns={keyUsageColumns(shown)}
        rows={groupRowsOf(report)}
        rowKey={({ group }) => group}
        stale={stale}
      />
    </Stack>
  );
}

function groupOf({ groups }: UsageReport): "route" | "status" {
  return groups.some(({ group }) => group.includes(" ")) ? "route" : "status";
}

function NoKeyUsage({
  range,
  onSearch,
}: Pick<KeyUsageFoundProps, "onSearch"> & Pick<KeyPageSearch, "range">) {
  const { t } = useTranslation("traffic");
  return (
    <EmptyState
      icon={<IconChartBar size={22} />}
      title={t("usage.emptyTitle")}
      action={
        range !== "90d" && (
          <Button variant="default" onClick={() => onSearch({ range: "90d" })}>
            {t("usage.showAll")}
          </Button>
        )
      }
    >
      {t("usage.empty")}
    </EmptyState>
  );
}
