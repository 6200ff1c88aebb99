import { createRoute } from "@tanstack/react-router";
import { usageSearchOf } from "../features/usage/usage-search.ts";
import { followEnvironment } from "../lib/keys/last-environment.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { organizationRoute } from "./organization-routes.tsx";

const UsagePage = lazyPart(
  async () => (await import("../features/usage/usage-page.tsx")).UsagePage,
  "usage",
  "problems",
);

export const usageRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "usage",
  validateSearch: usageSearchOf,
  beforeLoad: followEnvironment,
  loader: (): PageLoad => UsagePage.preload?.(),
  component: function UsageRoute() {
    const { organizationId } = usageRoute.useParams();
    return <UsagePage key={organizationId} organizationId={organizationId} />;
  },
});
