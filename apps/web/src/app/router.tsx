import { createRouter } from "@tanstack/react-router";
import { PageSkeleton } from "../ui/page-skeleton.tsx";
import type { RouterContext } from "./router-context.ts";
import { routeTree } from "./route-tree.ts";

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    // Sooner it would only flash.
    defaultPendingMs: 150,
    defaultPendingMinMs: 200,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
