import type { AppRouter } from "@katkey/server/router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/** The typed procedures, as options for React Query's hooks. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export function createTrpcClient() {
  return createTRPCClient<AppRouter>({
    links: [
      // POST keeps every input out of URLs, and so out of logs and histories.
      httpBatchLink({ url: "/trpc", methodOverride: "POST", maxItems: 10 }),
    ],
  });
}
