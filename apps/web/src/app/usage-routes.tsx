import { createRoute } from "@tanstack/react-router";
import { usageSearchOf } from "../features/usage/usage-search.ts";
import { lazyPage, type PageLoad } from "./lazy-page.ts";
import { organizationRoute } from "./organization-routes.tsx";

const UsagePage = lazyPage(async () => (await import("../features/usage/usage-page.tsx")).UsagePage, "usage");

export const usageRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "usage",
  validateSearch: usageSearchOf,
  loader: (): PageLoad => UsagePage.preload?.(),
  component: function UsageRoute() {
    const { organizationId } = usageRoute.useParams();
    return <UsagePage key={organizationId} organizationId={organizationId} />;
  },
});
