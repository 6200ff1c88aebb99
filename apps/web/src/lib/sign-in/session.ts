import { useSuspenseQuery } from "@tanstack/react-query";
import type { Me, Membership, OrganizationId } from "../api/api-types.ts";
import { useTRPC } from "../api/trpc.ts";

/** Who is signed in; `null` when nobody is. The router has loaded it before a page renders. */
export function useSession(): Me | null {
  const trpc = useTRPC();
  // Whoever comes back to a page after their session has ended must find it as they left it.
  const untouched = { refetchOnWindowFocus: false, refetchOnReconnect: false };
  return useSuspenseQuery(trpc.session.me.queryOptions(undefined, untouched)).data;
}

/** For pages behind the sign-in. */
export function useMe(): Me {
  const me = useSession();
  if (me === null) throw new Error("This page is shown to signed-in users only.");
  return me;
}

/** The signed-in user's role and plan in the organization whose page this is. */
export function useMembership(organizationId: OrganizationId): Membership {
  const membership = useMe().organizations.find(({ id }) => id === organizationId);
  if (membership === undefined) throw new Error("This page is shown to members of the organization only.");
  return membership;
}
