import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** After a change, or somebody else's that was in its way: what is shown is read again. */
export function useServiceTokensChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.instance.serviceTokens.pathFilter()),
      queryClient.invalidateQueries(trpc.instance.log.pathFilter()),
    ]);
  };
}
