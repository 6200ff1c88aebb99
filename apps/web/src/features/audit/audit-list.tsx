import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import type { AuditSearch } from "./audit-search.ts";
import { AuditTable } from "./audit-table.tsx";
import { BeginsAtNotice } from "./chain/begins-at-notice.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { useAuditEntries } from "./use-audit-entries.ts";

interface AuditListProps {
  readonly organizationId: OrganizationId;
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

export function AuditList({ organizationId, search, onSearch }: AuditListProps) {
  const { t } = useTranslation("audit");
  const log = useAuditEntries(organizationId, search);
  if (log.isPending) return <TableSkeleton label={t("loading")} rows={8} />;
  if (log.data === undefined) {
    return <ErrorNotice error={log.error} title={t("notLoaded")} onRetry={() => void log.refetch()} />;
  }
  const entries = log.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) return <NothingFound search={search} onSearch={onSearch} />;
  return (
    <>
      <BeginsAtNotice search={search} first={entries[0]?.seq} onSearch={onSearch} />
      <AuditTable
        key={search.entry}
        organizationId={organizationId}
        entries={entries}
        stale={log.isPlaceholderData}
        search={search}
      />
      {log.isFetchNextPageError && <ErrorNotice error={log.error} title={t("olderNotLoaded")} />}
      <Group justify="center" mt="md">
        {log.hasNextPage ? (
          <Button variant="default" onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
            {t("loadOlder")}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t("allOfIt")}
          </Text>
        )}
      </Group>
    </>
  );
}
