import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

export function useSignInMeans() {
  return useQuery(useTRPC().account.signInMeans.queryOptions());
}

/** After a change of how one signs in: other sessions may have ended with it. */
export function useMeansChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.account.signInMeans.queryFilter()),
      queryClient.invalidateQueries(trpc.session.list.queryFilter()),
    ]);
  };
}
