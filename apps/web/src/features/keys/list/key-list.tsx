import { Button, Center, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../../lib/api/api-types.ts";
import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { TableSkeleton } from "../../../ui/table-skeleton.tsx";
import { ExportButton } from "../export/export-button.tsx";
import { KeyFilters } from "./key-filters.tsx";
import { KeyTable } from "./key-table.tsx";
import { NoMatch } from "./no-match.tsx";
import { SelectionBar } from "../several/selection-bar.tsx";
import type { KeyPages } from "./use-key-list.ts";
import { useKeySelection } from "../several/use-key-selection.ts";

interface KeyListProps {
  readonly membership: Membership;
  readonly list: KeyPages;
  readonly search: KeyListSearch;
  readonly onSearch: (search: KeyListSearch) => void;
}

export function KeyList({ membership, list, search, onSearch }: KeyListProps) {
  const { t } = useTranslation("keys");
  const organizationId = membership.id;
  const selection = useKeySelection(list.keys, membership);
  const changes = membership.role !== "viewer";
  const empty = list.keys.length === 0;
  return (
    <Stack gap="md">
      <KeyFilters organizationId={organizationId} search={search} onSearch={onSearch} />
      {list.error !== null && <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={list.retry} />}
      {list.isSuccess && empty && <NoMatch search={search} onSearch={onSearch} />}
      {(!empty || list.isPending) && (
        // There from the start, so that the table does not move when it comes.
        <Group gap="sm" mih={36}>
          {!empty && changes && <SelectionBar membership={membership} selection={selection} />}
          {!empty && <ExportButton organizationId={organizationId} search={search} />}
        </Group>
      )}
      {list.isPending && <TableSkeleton label={t("loading")} />}
      {!empty && (
        <KeyTable
          organizationId={organizationId}
          keys={list.keys}
          stale={list.isStale}
          sort={search.sort}
          onSort={(sort) => onSearch({ ...search, sort })}
          selection={changes ? selection : null}
        />
      )}
      {list.hasMore && (
        <Center>
          <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
            {t("loadMore")}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
