import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { SessionsTable } from "./sessions-table.tsx";

export function Sessions() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.session.list.queryOptions());
  const endOthers = useMutation(
    trpc.session.revokeOthers.mutationOptions({
      onSuccess: () => toastDone("Signed out everywhere else"),
      onError: (error) => toastRefused("The other sessions go on", error),
      onSettled: () => queryClient.invalidateQueries(trpc.session.list.queryFilter()),
    }),
  );
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  return (
    <Panel
      id="sessions"
      title="Sessions"
      description="Where you are signed in. End what you do not recognize, then change your password."
      actions={
        others.length > 0 && (
          <Button variant="default" onClick={() => endOthers.mutate()} loading={endOthers.isPending}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      {sessions.isPending && <TableSkeleton label="Loading your sessions" rows={2} />}
      {sessions.isLoadingError && (
        <ErrorNotice
          error={sessions.error}
          title="Your sessions could not be loaded"
          onRetry={() => void sessions.refetch()}
        />
      )}
      {sessions.data && <SessionsTable sessions={sessions.data} />}
    </Panel>
  );
}
