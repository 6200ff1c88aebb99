import { createRoute, notFound } from "@tanstack/react-router";
import { offeredAppsSearchOf } from "../features/offered-apps/offered-apps-search.ts";
import { isOrganizationId } from "../lib/organization/ids.ts";
import { instanceSearchOf } from "../lib/search/instance-search.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { peopleSearchOf } from "../lib/search/people-search.ts";
import { serviceTokensSearchOf } from "../lib/search/service-tokens-search.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { signedInRoute } from "./signed-in-routes.tsx";

const InstancePage = lazyPart(
  async () => (await import("../features/instance/instance-page.tsx")).InstancePage,
  "instance",
);
const OperatedOrganizationPage = lazyPart(
  async () => (await import("../features/instance/operated-organization-page.tsx")).OperatedOrganizationPage,
  "instance",
);

const ServiceTokensPage = lazyPart(
  async () => (await import("../features/service-tokens/service-tokens-page.tsx")).ServiceTokensPage,
  "serviceTokens",
);
const PeoplePage = lazyPart(
  async () => (await import("../features/people/people-page.tsx")).PeoplePage,
  "people",
  "account",
);
const OfferedAppsPage = lazyPart(
  async () => (await import("../features/offered-apps/offered-apps-page.tsx")).OfferedAppsPage,
  "offeredApps",
);
const InstallationLogPage = lazyPart(
  async () => (await import("../features/audit/installation-log-page.tsx")).InstallationLogPage,
  "audit",
);

/** For operators. For anybody else there is nothing at these addresses. */
export const instanceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "instance",
  beforeLoad: ({ context }) => {
    if (!context.me.user.operator) throw notFound();
  },
  notFoundComponent: NotFoundPage,
});

export const organizationsRoute = createRoute({
  getParentRoute: () => instanceRoute,
  path: "/",
  validateSearch: instanceSearchOf,
  loader: (): PageLoad => InstancePage.preload?.(),
  component: function OrganizationsRoute() {
    const navigate = organizationsRoute.useNavigate();
    return (
      <InstancePage
        search={organizationsRoute.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});

export const serviceTokensRoute = createRoute({
  getParentRoute: () => instanceRoute,
  path: "service-tokens",
  validateSearch: serviceTokensSearchOf,
  loader: (): PageLoad => ServiceTokensPage.preload?.(),
  component: function ServiceTokensRoute() {
    const navigate = serviceTokensRoute.useNavigate();
    return (
      <ServiceTokensPage
        search={serviceTokensRoute.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});

export const peopleRoute = createRoute({
  getParentRoute: () => instanceRoute,
  path: "people",
  validateSearch: peopleSearchOf,
  loader: (): PageLoad => PeoplePage.preload?.(),
  component: function PeopleRoute() {
    const navigate = peopleRoute.useNavigate();
    return (
      <PeoplePage
        search={peopleRoute.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});

export const offeredAppsRoute = createRoute({
  getParentRoute: () => instanceRoute,
  path: "apps",
  validateSearch: offeredAppsSearchOf,
  loader: (): PageLoad => OfferedAppsPage.preload?.(),
  component: function OfferedAppsRoute() {
    const navigate = offeredAppsRoute.useNavigate();
    return (
      <OfferedAppsPage
        search={offeredAppsRoute.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true })}
      />
    );
  },
});

export const installationLogRoute = createRoute({
  getParentRoute: () => instanceRoute,
  path: "log",
  loader: (): PageLoad => InstallationLogPage.preload?.(),
  component: InstallationLogPage,
});

export const operatedOrganizationRoute = createRoute({
  getParentRoute: () => instanceRoute,
  path: "$organizationId",
  params: {
    parse: ({ organizationId }) => {
      if (!isOrganizationId(organizationId)) throw notFound();
      return { organizationId };
    },
  },
  loader: (): PageLoad => OperatedOrganizationPage.preload?.(),
  component: function OperatedOrganizationRoute() {
    const { organizationId } = operatedOrganizationRoute.useParams();
    return <OperatedOrganizationPage key={organizationId} organizationId={organizationId} />;
  },
});
