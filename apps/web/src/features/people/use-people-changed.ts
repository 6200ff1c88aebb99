import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** After a decision, or somebody else's that was in its way: what is shown is read again. */
export function usePeopleChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.instance.people.pathFilter()),
      queryClient.invalidateQueries(trpc.instance.log.pathFilter()),
      // The operator may be a member of the same organizations, whose logs tell of it.
      queryClient.invalidateQueries(trpc.audit.pathFilter()),
    ]);
  };
}
