import { createRoute, notFound } from "@tanstack/react-router";
import { connectedAppsSearchOf } from "../features/connected-apps/connected-apps-search.ts";
import { partnerAppSearchOf } from "../features/partner-apps/partner-app-search.ts";
import { isAppId } from "../lib/organization/ids.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { organizationRoute } from "./organization-routes.tsx";

const ConnectedAppsPage = lazyPart(
  async () => (await import("../features/connected-apps/connected-apps-page.tsx")).ConnectedAppsPage,
  "connectedApps",
);
const PartnerAppsPage = lazyPart(
  async () => (await import("../features/partner-apps/partner-apps-page.tsx")).PartnerAppsPage,
  "partnerApps",
);
const RegisterAppPage = lazyPart(
  async () => (await import("../features/partner-apps/register-app-page.tsx")).RegisterAppPage,
  "partnerApps",
);
const PartnerAppPage = lazyPart(
  async () => (await import("../features/partner-apps/partner-app-page.tsx")).PartnerAppPage,
  "partnerApps",
);
const EditAppPage = lazyPart(
  async () => (await import("../features/partner-apps/edit-app-page.tsx")).EditAppPage,
  "partnerApps",
);

/** Other people's apps that the organization has connected. */
export const connectedAppsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "apps",
  validateSearch: connectedAppsSearchOf,
  loader: (): PageLoad => ConnectedAppsPage.preload?.(),
  component: function ConnectedAppsRoute() {
    const { organizationId } = connectedAppsRoute.useParams();
    const navigate = connectedAppsRoute.useNavigate();
    return (
      <ConnectedAppsPage
        key={organizationId}
        organizationId={organizationId}
        search={connectedAppsRoute.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    );
  },
});

/** The organization's own apps, which others connect. */
export const partnerAppsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/partner-apps",
  loader: (): PageLoad => PartnerAppsPage.preload?.(),
  component: function PartnerAppsRoute() {
    const { organizationId } = partnerAppsRoute.useParams();
    return <PartnerAppsPage key={organizationId} organizationId={organizationId} />;
  },
});

export const registerAppRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/partner-apps/new",
  loader: (): PageLoad => RegisterAppPage.preload?.(),
  component: function RegisterAppRoute() {
    const { organizationId } = registerAppRoute.useParams();
    return <RegisterAppPage key={organizationId} organizationId={organizationId} />;
  },
});

export const partnerAppRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/partner-apps/$appId",
  params: { parse: appParams },
  validateSearch: partnerAppSearchOf,
  loader: (): PageLoad => PartnerAppPage.preload?.(),
  component: function PartnerAppRoute() {
    const { organizationId, appId } = partnerAppRoute.useParams();
    return <PartnerAppPage key={appId} organizationId={organizationId} appId={appId} />;
  },
});

export const editAppRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/partner-apps/$appId/edit",
  params: { parse: appParams },
  loader: (): PageLoad => EditAppPage.preload?.(),
  component: function EditAppRoute() {
    const { organizationId, appId } = editAppRoute.useParams();
    return <EditAppPage key={appId} organizationId={organizationId} appId={appId} />;
  },
});

function appParams({ appId }: { readonly appId: string }) {
  if (!isAppId(appId)) throw notFound();
  return { appId };
}
