import { Text } from "@mantine/core";
import { IconServer2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { KeyClients, KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { TableSkeleton } from "../../../ui/table-skeleton.tsx";
import { clientColumns } from "./client-columns.tsx";

interface ClientsPanelProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
}

const everyMinute = 60_000;
/** As the secrets are watched during a rotation. */
const watchEvery = 10_000;

/** From where the key was used, and with what program; during a rotation, with which secret. */
export function ClientsPanel({ organizationId, apiKey }: ClientsPanelProps) {
  const { t } = useTranslation("traffic");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.keyTraffic.clients.queryOptions({ organizationId, keyId: apiKey.id }),
    refetchInterval: apiKey.status === "rotating" ? watchEvery : everyMinute,
  });
  return (
    <Panel id="clients" title={t("clients.title")} description={t("clients.description")}>
      {data === undefined && error !== null && (
        <ErrorNotice error={error} title={t("clients.notLoaded")} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <TableSkeleton label={t("clients.loading")} rows={3} />}
      {data !== undefined && <Found apiKey={apiKey} found={data} />}
    </Panel>
  );
}

function Found({ apiKey, found }: { readonly apiKey: KeyView; readonly found: KeyClients }) {
  const { t } = useTranslation("traffic");
  if (found.clients.length === 0) {
    return (
      <EmptyState icon={<IconServer2 size={22} />} title={t("clients.emptyTitle")}>
        {t("clients.empty")}
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        label={t("clients.title")}
        columns={clientColumns(apiKey, found.since)}
        rows={found.clients}
        rowKey={({ address, userAgent }) => JSON.stringify([address, userAgent])}
      />
      {found.more > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("clients.more", { count: found.more })}
        </Text>
      )}
    </>
  );
}
