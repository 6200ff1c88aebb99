import { Button, Center } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconReceipt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { isMonth } from "../../lib/words/month-words.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { statementColumns } from "./statement-columns.tsx";

interface StatementsProps {
  readonly organizationId: OrganizationId;
}

export function Statements({ organizationId }: StatementsProps) {
  const { t } = useTranslation("billing");
  return (
    <Panel title={t("statements.title")} description={t("statements.description")}>
      <StatementList organizationId={organizationId} />
    </Panel>
  );
}

function StatementList({ organizationId }: StatementsProps) {
  const { t } = useTranslation("billing");
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.billing.statements.infiniteQueryOptions(
      { organizationId },
      {
        getNextPageParam: ({ nextCursor }) =>
          nextCursor !== null && isMonth(nextCursor) ? nextCursor : undefined,
      },
    ),
  );
  const { data } = pages;
  if (pages.isPending) return <TableSkeleton label={t("statements.loading")} />;
  if (data === undefined) {
    return (
      <ErrorNotice
        error={pages.error}
        title={t("statements.notLoaded")}
        onRetry={() => void pages.refetch()}
      />
    );
  }
  const statements = data.pages.flatMap(({ items }) => items);
  if (statements.length === 0) return <NoStatement />;
  return (
    <>
      <DataTable
        label={t("statements.title")}
        columns={statementColumns({ organizationId, t })}
        rows={statements}
        rowKey={({ month }) => month}
      />
      {pages.isFetchNextPageError && <ErrorNotice error={pages.error} title={t("statements.notLoaded")} />}
      {pages.hasNextPage && (
        <Center mt="md">
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("statements.earlier")}
          </Button>
        </Center>
      )}
    </>
  );
}

function NoStatement() {
  const { t } = useTranslation("billing");
  return (
    <EmptyState icon={<IconReceipt size={22} />} title={t("statements.none")}>
      {t("statements.noneText")}
    </EmptyState>
  );
}
