import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc.ts";

/** After signing in: everything that was known before is asked again. */
export function useEnter(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    queryClient.removeQueries(trpc.session.list.queryFilter());
    await queryClient.fetchQuery({ ...trpc.session.me.queryOptions(), staleTime: 0 });
  };
}
