import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { SessionsTable } from "./sessions-table.tsx";

export function Sessions() {
  const { t } = useTranslation("account");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.session.list.queryOptions());
  const endOthers = useMutation(
    trpc.session.revokeOthers.mutationOptions({
      onSuccess: () => toastDone(t("sessions.othersEnded")),
      onError: (error) => toastRefused(t("sessions.othersGoOn"), error),
      onSettled: () => queryClient.invalidateQueries(trpc.session.list.queryFilter()),
    }),
  );
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  return (
    <Panel
      id="sessions"
      title={t("sessions.title")}
      description={t("sessions.description")}
      actions={
        others.length > 0 && (
          <Button variant="default" onClick={() => endOthers.mutate()} loading={endOthers.isPending}>
            {t("sessions.endOthers")}
          </Button>
        )
      }
    >
      {sessions.isPending && <TableSkeleton label={t("sessions.loading")} rows={2} />}
      {sessions.isLoadingError && (
        <ErrorNotice
          error={sessions.error}
          title={t("sessions.notLoaded")}
          onRetry={() => void sessions.refetch()}
        />
      )}
      {sessions.data && <SessionsTable sessions={sessions.data} />}
    </Panel>
  );
}
