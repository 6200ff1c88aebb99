import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** After a decision, or somebody else's that was in its way: what is shown is read again. */
export function useDecided() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.instance.pathFilter()),
      // The operator may be a member, too, and see it there.
      queryClient.invalidateQueries(trpc.organizations.pathFilter()),
      queryClient.invalidateQueries(trpc.session.me.queryFilter()),
    ]);
  };
}
