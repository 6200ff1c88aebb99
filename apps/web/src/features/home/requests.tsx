import { Button, Group, SegmentedControl } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId, UsageReport } from "../../lib/api/api-types.ts";
import { usageChartOf } from "../../lib/usage/usage-chart.ts";
import { requestsOf } from "../../lib/usage/usage-count.ts";
import { Chart } from "../../ui/chart.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { homeRanges, homeSearchOf, type HomeSearch } from "./home-search.ts";

interface RequestsProps {
  readonly organizationId: OrganizationId;
  readonly report: UsageReport;
  readonly search: HomeSearch;
  readonly onSearch: (search: HomeSearch) => void;
}

/** What the keys were used for over time, by how it ended. */
export function Requests({ organizationId, report, search, onSearch }: RequestsProps) {
  const { t } = useTranslation("home");
  const { range, view } = search;
  const change = (part: Readonly<Record<string, string | undefined>>) =>
    onSearch(homeSearchOf({ ...search, ...part }));
  return (
    <Panel
      title={t("requests.title")}
      actions={
        <Group gap="md">
          <TextLink to="/o/$organizationId/usage" params={{ organizationId }} search={{ range }}>
            {t("requests.all")}
          </TextLink>
          <SegmentedControl
            size="xs"
            aria-label={t("requests.range")}
            value={range ?? "30d"}
            onChange={(chosen) => change({ range: chosen })}
            data={homeRanges.map((value) => ({ value, label: t(`requests.${value}`) }))}
          />
        </Group>
      }
    >
      {requestsOf(report.total) === 0 && range === "24h" ? (
        <EmptyState
          icon={<IconChartBar size={22} />}
          title={t("requests.none")}
          action={
            <Button variant="default" onClick={() => change({ range: "30d" })}>
              {t("requests.show")}
            </Button>
          }
        >
          {t("requests.noneText")}
        </EmptyState>
      ) : (
        <Chart
          data={usageChartOf(report, undefined)}
          asTable={view === "table"}
          onAsTable={(asTable) => change({ view: asTable ? "table" : undefined })}
        />
      )}
    </Panel>
  );
}
