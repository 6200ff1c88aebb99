import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/api/trpc.ts";

/** While it is degraded, people watch what they do about it take effect. */
const watchEvery = 10_000;

/** How the installation is. */
export function useHealth() {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.instance.health.queryOptions(),
    refetchInterval: ({ state }) => ((state.data?.troubles ?? []).length > 0 ? watchEvery : false),
  });
}
