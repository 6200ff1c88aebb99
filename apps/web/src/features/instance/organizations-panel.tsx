import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InstanceSearch } from "../../lib/search/instance-search.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { NoMatch } from "./no-match.tsx";
import { OrganizationFilters } from "./organization-filters.tsx";
import { OrganizationTable } from "./organization-table.tsx";
import { useOrganizations } from "./use-organizations.ts";

interface OrganizationsPanelProps {
  readonly search: InstanceSearch;
  readonly onSearch: (search: InstanceSearch) => void;
}

export function OrganizationsPanel({ search, onSearch }: OrganizationsPanelProps) {
  const { t } = useTranslation("instance");
  const list = useOrganizations(search);
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Panel title={t("organizations")}>
      <Stack gap="md">
        <OrganizationFilters search={search} onSearch={onSearch} />
        {list.isPending && <TableSkeleton label={t("loading")} />}
        {list.isLoadingError && (
          <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={() => void list.refetch()} />
        )}
        {rows?.length === 0 && <NoMatch onShowAll={() => onSearch({})} />}
        {rows !== undefined && rows.length > 0 && (
          <OrganizationTable rows={rows} stale={list.isPlaceholderData} />
        )}
        <LoadMore pages={list} />
      </Stack>
    </Panel>
  );
}
