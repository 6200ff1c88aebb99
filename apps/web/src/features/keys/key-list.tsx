import { Button, Center, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { OrganizationId } from "../../lib/api-types.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { KeyFilters } from "./key-filters.tsx";
import { KeyTable } from "./key-table.tsx";
import { isFiltered, type KeysSearch } from "./keys-search.ts";
import { NoKeys } from "./no-keys.tsx";
import { NoMatch } from "./no-match.tsx";
import { useKeyList } from "./use-key-list.ts";

interface KeyListProps {
  readonly organizationId: OrganizationId;
  readonly search: KeysSearch;
  readonly onSearch: (search: KeysSearch) => void;
  readonly issueButton: ReactNode;
}

export function KeyList({ organizationId, search, onSearch, issueButton }: KeyListProps) {
  const list = useKeyList(organizationId, search);
  const empty = list.keys.length === 0;
  if (list.isSuccess && !list.isStale && empty && !isFiltered(search)) {
    return <NoKeys issueButton={issueButton} onShowAll={() => onSearch({ status: "all" })} />;
  }
  return (
    <Stack gap="md">
      <KeyFilters search={search} onSearch={onSearch} />
      {list.error !== null && (
        <ErrorNotice error={list.error} title="The keys could not be loaded" onRetry={list.retry} />
      )}
      {list.isPending && <TableSkeleton label="Loading keys" />}
      {list.isSuccess && empty && <NoMatch search={search} onSearch={onSearch} />}
      {!empty && <KeyTable organizationId={organizationId} keys={list.keys} stale={list.isStale} />}
      {list.hasMore && (
        <Center>
          <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
            Load more
          </Button>
        </Center>
      )}
    </Stack>
  );
}
