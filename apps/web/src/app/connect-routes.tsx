import { createRoute, notFound } from "@tanstack/react-router";
import { connectErrorSearchOf } from "../features/connect/connect-error-search.ts";
import { lazyPart, type PageLoad } from "../lib/lazy-part.ts";
import { DoorSkeleton } from "../ui/door-skeleton.tsx";
import { rootRoute } from "./root-route.tsx";

const ConnectPage = lazyPart(
  async () => (await import("../features/connect/connect-page.tsx")).ConnectPage,
  "connect",
  "signIn",
);
const ConnectErrorPage = lazyPart(
  async () => (await import("../features/connect/connect-error-page.tsx")).ConnectErrorPage,
  "connect",
);

/** Where apps send people who are to connect them: outside the frame, for whoever is signed in or not. */
export const connectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "connect/$uid",
  params: {
    parse: ({ uid }) => {
      if (!/^[\w-]{1,100}$/.test(uid)) throw notFound();
      return { uid };
    },
  },
  loader: (): PageLoad => ConnectPage.preload?.(),
  pendingComponent: DoorSkeleton,
  component: function ConnectRoute() {
    const { uid } = connectRoute.useParams();
    return <ConnectPage key={uid} uid={uid} />;
  },
});

export const connectErrorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "connect/error",
  validateSearch: connectErrorSearchOf,
  loader: (): PageLoad => ConnectErrorPage.preload?.(),
  pendingComponent: DoorSkeleton,
  component: function ConnectErrorRoute() {
    return <ConnectErrorPage code={connectErrorRoute.useSearch().code ?? null} />;
  },
});
