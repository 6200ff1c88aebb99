import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId, UsageReport } from "../../lib/api/api-types.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/panel.tsx";
import { groupColumns } from "./group-columns.tsx";
import { groupRowsOf } from "../../lib/usage/usage-group-rows.ts";
import type { UsageGroup } from "./usage-search.ts";

interface UsageGroupsProps {
  readonly organizationId: OrganizationId;
  readonly report: UsageReport;
  readonly by: UsageGroup;
}

export function UsageGroups({ organizationId, report, by }: UsageGroupsProps) {
  const { t } = useTranslation("usage");
  return (
    <Panel title={t(`groups.${by}`)}>
      <DataTable
        label={t(`groupsLabel.${by}`)}
        columns={groupColumns({ organizationId, by, t })}
        rows={groupRowsOf(report)}
        rowKey={({ group }) => group}
      />
      {report.moreGroups > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("moreGroups", { count: report.moreGroups })}
        </Text>
      )}
    </Panel>
  );
}
