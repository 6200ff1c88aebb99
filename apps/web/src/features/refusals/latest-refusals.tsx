import { useQuery } from "@tanstack/react-query";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { refusalColumns } from "./refusal-columns.tsx";

interface LatestRefusalsProps {
  readonly organizationId: OrganizationId;
  /** Absent: of all keys. */
  readonly keyId: KeyId | undefined;
}

/** For those who have no request id at hand: what was refused last. */
export function LatestRefusals({ organizationId, keyId }: LatestRefusalsProps) {
  const { t } = useTranslation("refusals");
  return (
    <Panel
      title={t(keyId === undefined ? "latest.title" : "latest.ofKey")}
      description={t("latest.description")}
      actions={
        keyId !== undefined && (
          <LinkButton to="/o/$organizationId/refusals" params={{ organizationId }} variant="default">
            {t("latest.allKeys")}
          </LinkButton>
        )
      }
    >
      <List organizationId={organizationId} keyId={keyId} />
    </Panel>
  );
}

function List({ organizationId, keyId }: LatestRefusalsProps) {
  const { t } = useTranslation("refusals");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.refusals.latest.queryOptions({ organizationId, ...(keyId !== undefined && { keyId }) }),
  );
  if (data === undefined) {
    if (error === null) return <TableSkeleton label={t("latest.loading")} rows={8} />;
    return <ErrorNotice error={error} title={t("latest.notLoaded")} onRetry={() => void refetch()} />;
  }
  if (data.length === 0) {
    return (
      <EmptyState icon={<IconCircleCheck size={22} />} title={t("latest.none")}>
        {t("latest.noneText")}
      </EmptyState>
    );
  }
  return (
    <DataTable
      label={t("latest.title")}
      columns={refusalColumns({ organizationId, t })}
      rows={data}
      rowKey={({ requestId }) => requestId}
    />
  );
}
