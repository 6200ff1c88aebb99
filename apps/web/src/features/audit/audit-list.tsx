import { Button, Group, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditAction, OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { AuditTable } from "./audit-table.tsx";

interface AuditListProps {
  readonly organizationId: OrganizationId;
  readonly action: AuditAction | undefined;
  readonly onShowAll: () => void;
}

export function AuditList({ organizationId, action, onShowAll }: AuditListProps) {
  const { t } = useTranslation("audit");
  const trpc = useTRPC();
  const log = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { organizationId, ...(action !== undefined && { action }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  if (log.isPending) return <TableSkeleton label={t("loading")} rows={8} />;
  if (log.data === undefined) {
    return <ErrorNotice error={log.error} title={t("notLoaded")} onRetry={() => void log.refetch()} />;
  }
  const entries = log.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) return <NothingFound onShowAll={onShowAll} />;
  return (
    <>
      <AuditTable organizationId={organizationId} entries={entries} stale={log.isPlaceholderData} />
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

function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation("audit");
  return (
    <EmptyState
      icon={<IconHistory size={22} />}
      title={t("nothing.title")}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t("nothing.action")}
        </Button>
      }
    >
      {t("nothing.text")}
    </EmptyState>
  );
}
