import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** For a mutation's `onSuccess`: everything that shows keys asks again, the audit log too. */
export function useKeysChanged(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: trpc.keys.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.keyTraffic.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.organizations.get.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.audit.pathKey() });
  };
}
