import { Stack } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfferedApp } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { BlockDialog } from "./block-dialog.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import { offeredAppColumns } from "./offered-app-columns.tsx";
import type { Shown } from "./offered-apps-search.ts";

export function OfferedAppList({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation("offeredApps");
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.instance.appApprovals.list.infiniteQueryOptions(
      { approval: shown },
      {
        getNextPageParam: ({ items, nextCursor }) => (nextCursor === null ? undefined : items.at(-1)?.id),
        placeholderData: keepPreviousData,
      },
    ),
  );
  const [deciding, decide] = useState<OfferedApp | null>(null);
  const [blocking, block] = useState<OfferedApp | null>(null);
  if (list.isPending) return <TableSkeleton label={t("loading")} rows={3} />;
  if (list.data === undefined) {
    return <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={() => void list.refetch()} />;
  }
  const rows = list.data.pages.flatMap(({ items }) => items);
  return (
    <Stack gap="md">
      {rows.length === 0 ? (
        <EmptyState icon={<IconShieldCheck size={22} />} title={t(`none.${shown}.title`)}>
          {t(`none.${shown}.text`)}
        </EmptyState>
      ) : (
        <DataTable
          label={t("title")}
          columns={offeredAppColumns({ onDecide: decide, onBlock: block })}
          rows={rows}
          rowKey={({ id }) => id}
          stale={list.isPlaceholderData}
        />
      )}
      <LoadMore pages={list} />
      {deciding && <DecisionDialog key={deciding.id} app={deciding} onClose={() => decide(null)} />}
      {blocking && <BlockDialog app={blocking} onClose={() => block(null)} />}
    </Stack>
  );
}
