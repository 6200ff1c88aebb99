import { createRoute, notFound } from "@tanstack/react-router";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { isMonth } from "../lib/words/month-words.ts";
import { organizationRoute } from "./organization-routes.tsx";

const BillingPage = lazyPart(
  async () => (await import("../features/billing/billing-page.tsx")).BillingPage,
  "billing",
);
const StatementPage = lazyPart(
  async () => (await import("../features/billing/statement-page.tsx")).StatementPage,
  "billing",
);

export const billingRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "billing",
  loader: (): PageLoad => BillingPage.preload?.(),
  component: function BillingRoute() {
    const { organizationId } = billingRoute.useParams();
    return <BillingPage key={organizationId} organizationId={organizationId} />;
  },
});

export const statementRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "billing/$month",
  params: {
    parse: ({ month }) => {
      if (!isMonth(month)) throw notFound();
      return { month };
    },
  },
  loader: (): PageLoad => StatementPage.preload?.(),
  component: function StatementRoute() {
    const { organizationId, month } = statementRoute.useParams();
    return <StatementPage key={month} organizationId={organizationId} month={month} />;
  },
});
