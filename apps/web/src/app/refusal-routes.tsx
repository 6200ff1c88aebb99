import { createRoute } from "@tanstack/react-router";
import { refusalsSearchOf } from "../features/refusals/refusals-search.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { organizationRoute } from "./organization-routes.tsx";

const RefusalsPage = lazyPart(
  async () => (await import("../features/refusals/refusals-page.tsx")).RefusalsPage,
  "refusals",
  "problems",
);

export const refusalsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "refusals",
  validateSearch: refusalsSearchOf,
  loader: (): PageLoad => RefusalsPage.preload?.(),
  component: function RefusalsRoute() {
    const { organizationId } = refusalsRoute.useParams();
    return <RefusalsPage key={organizationId} organizationId={organizationId} />;
  },
});
