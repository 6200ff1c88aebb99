import { createRoute, redirect } from "@tanstack/react-router";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { safeRedirect } from "../lib/sign-in/safe-redirect.ts";
import { DoorSkeleton } from "../ui/door-skeleton.tsx";
import { loadSession, rootRoute } from "./root-route.tsx";

const SetupPage = lazyPart(async () => (await import("../features/setup/setup-page.tsx")).SetupPage, "setup");
const InvitationPage = lazyPart(
  async () => (await import("../features/invitation/invitation-page.tsx")).InvitationPage,
  "invitation",
);
const NewPasswordPage = lazyPart(
  async () => (await import("../features/new-password/new-password-page.tsx")).NewPasswordPage,
  "newPassword",
);
const SignInPage = lazyPart(
  async () => (await import("../features/sign-in/sign-in-page.tsx")).SignInPage,
  "signIn",
);

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "setup",
  loader: (): PageLoad => SetupPage.preload?.(),
  pendingComponent: DoorSkeleton,
  component: SetupPage,
});

export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "invite",
  beforeLoad: async ({ context }) => {
    await loadSession(context);
  },
  loader: (): PageLoad => InvitationPage.preload?.(),
  pendingComponent: DoorSkeleton,
  component: InvitationPage,
});

export const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "new-password",
  loader: (): PageLoad => NewPasswordPage.preload?.(),
  pendingComponent: DoorSkeleton,
  component: NewPasswordPage,
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
  loader: (): PageLoad => SignInPage.preload?.(),
  pendingComponent: DoorSkeleton,
  component: function SignInRoute() {
    return <SignInPage redirectTo={signInRoute.useSearch().redirect ?? "/"} />;
  },
});
