import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** After a change, or somebody else's that was in its way: what is shown is read again. */
export function usePartnerAppsChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.partnerApps.pathFilter()),
      // The owner's organization may have connected it itself.
      queryClient.invalidateQueries(trpc.connectedApps.pathFilter()),
      queryClient.invalidateQueries(trpc.instance.appApprovals.pathFilter()),
      queryClient.invalidateQueries(trpc.audit.pathFilter()),
    ]);
  };
}
