import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { FailurePage } from "./failure-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import type { RouterContext } from "./router-context.ts";
import { Starting } from "./starting.tsx";

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: FailurePage,
  pendingComponent: Starting,
});

/** Who is signed in, from the cache where it is known. */
export function loadSession({ queryClient, trpc }: RouterContext) {
  return queryClient.ensureQueryData({ ...trpc.session.me.queryOptions(), revalidateIfStale: true });
}
