import { createRoute, redirect } from "@tanstack/react-router";
import { InvitationPage } from "../features/invitation/invitation-page.tsx";
import { SetupPage } from "../features/setup/setup-page.tsx";
import { SignInPage } from "../features/sign-in/sign-in-page.tsx";
import { safeRedirect } from "../lib/safe-redirect.ts";
import { loadSession, rootRoute } from "./root-route.tsx";

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "setup",
  component: SetupPage,
});

export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "invite",
  beforeLoad: async ({ context }) => {
    await loadSession(context);
  },
  component: InvitationPage,
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "sign-in",
  validateSearch: ({ redirect: wanted }: Record<string, unknown>): { redirect?: string } => {
    const target = safeRedirect(wanted);
    // Named even when absent: the router keeps the raw value of whatever a validator leaves out.
    return { redirect: target === "/" ? undefined : target };
  },
  beforeLoad: async ({ context, search }) => {
    const me = await loadSession(context);
    if (me !== null) throw redirect({ href: search.redirect ?? "/" });
  },
  component: function SignInRoute() {
    return <SignInPage redirectTo={signInRoute.useSearch().redirect ?? "/"} />;
  },
});
