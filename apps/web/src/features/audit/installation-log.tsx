import { Button, Center } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { auditColumns } from "./audit-columns.tsx";
import { EntryChanges } from "./entry/entry-changes.tsx";
import { EntryFrame } from "./entry/entry-frame.tsx";

/** Nobody is a member of the installation. */
const members = new Map<string, string>();

export function InstallationLog() {
  const { t } = useTranslation("audit");
  const trpc = useTRPC();
  const log = useInfiniteQuery(
    trpc.instance.log.list.infiniteQueryOptions(
      {},
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  if (log.isPending) return <TableSkeleton label={t("loading")} rows={4} />;
  if (log.data === undefined) {
    return <ErrorNotice error={log.error} title={t("notLoaded")} onRetry={() => void log.refetch()} />;
  }
  const entries = log.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return (
      <EmptyState icon={<IconHistory size={22} />} title={t("installation.none")}>
        {t("installation.noneMeans")}
      </EmptyState>
    );
  }
  return (
    <>
      <Entries entries={entries} />
      {log.isFetchNextPageError && <ErrorNotice error={log.error} title={t("olderNotLoaded")} />}
      {log.hasNextPage && (
        <Center mt="md">
          <Button variant="default" onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
            {t("loadOlder")}
          </Button>
        </Center>
      )}
    </>
  );
}

function Entries({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation("audit");
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (seq: number) => {
    const next = new Set(open);
    if (!next.delete(seq)) next.add(seq);
    setOpen(next);
  };
  const detailsOf = (entry: AuditEntry) =>
    open.has(entry.seq) ? (
      <EntryFrame entry={entry}>
        <EntryChanges entry={entry} members={members} />
      </EntryFrame>
    ) : null;
  return (
    <DataTable
      label={t("table")}
      columns={auditColumns({ organizationId: null, members, open, onToggle: toggle })}
      rows={entries}
      rowKey={({ seq }) => seq}
      details={detailsOf}
    />
  );
}
