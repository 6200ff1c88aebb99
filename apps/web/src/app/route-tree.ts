import {
  connectedAppsRoute,
  editAppRoute,
  partnerAppRoute,
  partnerAppsRoute,
  registerAppRoute,
} from "./app-routes.tsx";
import { billingRoute, statementRoute } from "./billing-routes.tsx";
import { connectErrorRoute, connectRoute } from "./connect-routes.tsx";
import {
  installationLogRoute,
  instanceRoute,
  offeredAppsRoute,
  operatedOrganizationRoute,
  organizationsRoute,
  peopleRoute,
  serviceTokensRoute,
} from "./instance-routes.tsx";
import {
  auditRoute,
  keyRoute,
  keysRoute,
  membersRoute,
  organizationIndexRoute,
  organizationRoute,
  settingsRoute,
} from "./organization-routes.tsx";
import { inviteRoute, newPasswordRoute, setupRoute, signInRoute } from "./public-routes.tsx";
import { refusalsRoute } from "./refusal-routes.tsx";
import { rootRoute } from "./root-route.tsx";
import { accountRoute, homeRoute, signedInRoute } from "./signed-in-routes.tsx";
import { usageRoute } from "./usage-routes.tsx";

export const routeTree = rootRoute.addChildren([
  setupRoute,
  inviteRoute,
  newPasswordRoute,
  signInRoute,
  connectErrorRoute,
  connectRoute,
  signedInRoute.addChildren([
    homeRoute,
    accountRoute,
    instanceRoute.addChildren([
      organizationsRoute,
      peopleRoute,
      serviceTokensRoute,
      offeredAppsRoute,
      installationLogRoute,
      operatedOrganizationRoute,
    ]),
    organizationRoute.addChildren([
      organizationIndexRoute,
      keysRoute,
      keyRoute,
      membersRoute,
      settingsRoute,
      auditRoute,
      usageRoute,
      refusalsRoute,
      billingRoute,
      statementRoute,
      connectedAppsRoute,
      partnerAppsRoute,
      registerAppRoute,
      partnerAppRoute,
      editAppRoute,
    ]),
  ]),
]);
