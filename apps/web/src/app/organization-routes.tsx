import { createRoute, notFound } from "@tanstack/react-router";
import { auditSearchOf } from "../features/audit/audit-search.ts";
import { homeSearchOf } from "../features/home/home-search.ts";
import { isKeyId, isOrganizationId } from "../lib/organization/ids.ts";
import { keyListSearchOf } from "../lib/search/key-list-search.ts";
import { keyPageSearchOf } from "../lib/search/key-page-search.ts";
import { followEnvironment } from "../lib/keys/last-environment.ts";
import { rememberOrganization } from "../lib/organization/last-organization.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { signedInRoute } from "./signed-in-routes.tsx";
import { UnknownOrganization } from "./unknown-organization.tsx";

const AuditPage = lazyPart(async () => (await import("../features/audit/audit-page.tsx")).AuditPage, "audit");
const HomePage = lazyPart(
  async () => (await import("../features/home/home-page.tsx")).HomePage,
  "home",
  "usage",
  "problems",
);
const KeyPage = lazyPart(
  async () => (await import("../features/keys/page/key-page.tsx")).KeyPage,
  "keys",
  "audit",
  "traffic",
  "usage",
);
const KeysPage = lazyPart(async () => (await import("../features/keys/list/keys-page.tsx")).KeysPage, "keys");
const MembersPage = lazyPart(
  async () => (await import("../features/members/members-page.tsx")).MembersPage,
  "members",
);

const OrganizationPage = lazyPart(
  async () => (await import("../features/settings/organization-page.tsx")).OrganizationPage,
  "settings",
);

export const organizationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "o/$organizationId",
  params: {
    parse: ({ organizationId }) => {
      if (!isOrganizationId(organizationId)) throw notFound();
      return { organizationId };
    },
  },
  beforeLoad: ({ context, params: { organizationId } }) => {
    if (!context.me.organizations.some(({ id }) => id === organizationId)) throw notFound();
    rememberOrganization(organizationId);
  },
  notFoundComponent: UnknownOrganization,
});

export const organizationIndexRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "/",
  validateSearch: homeSearchOf,
  loader: (): PageLoad => HomePage.preload?.(),
  component: function OrganizationIndexRoute() {
    const { organizationId } = organizationIndexRoute.useParams();
    return <HomePage key={organizationId} organizationId={organizationId} />;
  },
});

export const keysRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/keys",
  validateSearch: keyListSearchOf,
  beforeLoad: followEnvironment,
  loader: (): PageLoad => KeysPage.preload?.(),
  component: function KeysRoute() {
    const { organizationId } = keysRoute.useParams();
    return <KeysPage key={organizationId} organizationId={organizationId} />;
  },
});

export const keyRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/keys/$keyId",
  params: {
    parse: ({ keyId }) => {
      if (!isKeyId(keyId)) throw notFound();
      return { keyId };
    },
  },
  validateSearch: keyPageSearchOf,
  loader: (): PageLoad => KeyPage.preload?.(),
  component: function KeyRoute() {
    const { organizationId, keyId } = keyRoute.useParams();
    return <KeyPage key={keyId} organizationId={organizationId} keyId={keyId} />;
  },
});

export const membersRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/members",
  loader: (): PageLoad => MembersPage.preload?.(),
  component: function MembersRoute() {
    const { organizationId } = membersRoute.useParams();
    return <MembersPage key={organizationId} organizationId={organizationId} />;
  },
});

export const settingsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/organization",
  loader: (): PageLoad => OrganizationPage.preload?.(),
  component: function SettingsRoute() {
    const { organizationId } = settingsRoute.useParams();
    return <OrganizationPage key={organizationId} organizationId={organizationId} />;
  },
});

export const auditRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: "settings/audit",
  validateSearch: auditSearchOf,
  loader: (): PageLoad => AuditPage.preload?.(),
  component: function AuditRoute() {
    const { organizationId } = auditRoute.useParams();
    return <AuditPage key={organizationId} organizationId={organizationId} />;
  },
});
