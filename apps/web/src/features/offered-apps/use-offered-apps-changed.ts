import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** After a decision, or another operator's that was in its way: what is shown is read again. */
export function useOfferedAppsChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.instance.appApprovals.pathFilter()),
      // The operator may be a member of the owner, too.
      queryClient.invalidateQueries(trpc.partnerApps.pathFilter()),
      queryClient.invalidateQueries(trpc.connectedApps.pathFilter()),
    ]);
}
