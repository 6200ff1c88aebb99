import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc.ts";
import { Notice } from "../../ui/notice.tsx";

/** On a new installation nobody can sign in: says where to begin. */
export function SetupHint() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.state.queryOptions());
  if (data?.needed !== true) return null;
  return (
    <Notice tone="info" title="Nobody has an account yet">
      Open the setup link that the server printed when it started. Restarting it prints a new one.
    </Notice>
  );
}
