import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { createQueryClient } from "../lib/api/query-client.ts";
import { createTrpcClient } from "../lib/api/trpc.ts";
import { createAppRouter } from "./router.tsx";

const publicPaths = ["/sign-in", "/setup", "/invite", "/new-password"];

/** The clients and the router of one page load. */
export function createRuntime() {
  const queryClient = createQueryClient(leaveForSignIn);
  const trpcClient = createTrpcClient();
  const trpc = createTRPCOptionsProxy({ client: trpcClient, queryClient });
  return { queryClient, trpcClient, router: createAppRouter({ queryClient, trpc }) };
}

// A page load of its own, so that nothing of the ended session stays in memory.
function leaveForSignIn(): void {
  const { pathname, search } = window.location;
  if (publicPaths.includes(pathname)) return;
  // It may hold what somebody is typing, or the only copy of a token.
  if (document.querySelector("[role=dialog]") !== null) return;
  window.location.assign(`/sign-in?redirect=${encodeURIComponent(pathname + search)}`);
}
