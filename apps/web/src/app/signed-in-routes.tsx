import { createRoute, redirect } from "@tanstack/react-router";
import { lastOrganization } from "../lib/organization/last-organization.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { safeRedirect } from "../lib/sign-in/safe-redirect.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { loadSession, rootRoute } from "./root-route.tsx";
import { ShellSkeleton } from "./shell-skeleton.tsx";

const Shell = lazyPart(async () => (await import("./shell.tsx")).Shell);
const AccountPage = lazyPart(
  async () => (await import("../features/account/account-page.tsx")).AccountPage,
  "account",
);
const NoOrganizationPage = lazyPart(
  async () => (await import("../features/organizations/no-organization-page.tsx")).NoOrganizationPage,
  "organizations",
);

export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    // While the server says who is there.
    void Shell.preload?.();
    const me = await loadSession(context);
    if (me !== null) return { me };
    const target = safeRedirect(location.href);
    throw redirect({ to: "/sign-in", search: target === "/" ? {} : { redirect: target } });
  },
  loader: (): PageLoad => Shell.preload?.(),
  pendingComponent: ShellSkeleton,
  component: Shell,
  notFoundComponent: NotFoundPage,
});

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  beforeLoad: ({ context }) => {
    const organization = lastOrganization(context.me);
    if (organization === null) return;
    const params = { organizationId: organization.id };
    throw redirect({ to: "/o/$organizationId", params, replace: true });
  },
  loader: (): PageLoad => NoOrganizationPage.preload?.(),
  component: NoOrganizationPage,
});

export const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "account",
  loader: (): PageLoad => AccountPage.preload?.(),
  component: AccountPage,
});
