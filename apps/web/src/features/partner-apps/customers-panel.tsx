import { Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId, PartnerApp } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { customerColumns } from "./customer-columns.tsx";

interface CustomersPanelProps {
  readonly organizationId: OrganizationId;
  readonly app: PartnerApp;
}

/** Who has connected the app, and how much it does for each. */
export function CustomersPanel({ organizationId, app }: CustomersPanelProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.partnerApps.customers.infiniteQueryOptions(
      { organizationId, appId: app.id },
      { getNextPageParam: ({ items, nextCursor }) => (nextCursor === null ? undefined : items.at(-1)?.id) },
    ),
  );
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Panel id="organizations" title={t("customers.title")} description={t("customers.description")}>
      <Stack gap="md">
        {list.isPending && <TableSkeleton label={t("customers.loading")} rows={3} />}
        {list.isLoadingError && (
          <ErrorNotice
            error={list.error}
            title={t("customers.notLoaded")}
            onRetry={() => void list.refetch()}
          />
        )}
        {rows?.length === 0 && <Text c="dimmed">{t("customers.none")}</Text>}
        {rows !== undefined && rows.length > 0 && (
          <DataTable
            label={t("customers.title")}
            columns={customerColumns()}
            rows={rows}
            rowKey={({ id }) => id}
          />
        )}
        <LoadMore pages={list} />
      </Stack>
    </Panel>
  );
}
