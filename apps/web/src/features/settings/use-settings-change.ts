import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** After a setting was changed, or somebody else's change was in the way: what is shown is read again. */
export function useSettingsChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.organizations.get.pathFilter()),
      // The organization's name is in the frame, too.
      queryClient.invalidateQueries(trpc.session.me.queryFilter()),
    ]);
  };
}
