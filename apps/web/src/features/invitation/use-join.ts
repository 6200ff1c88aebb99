import { useNavigate } from "@tanstack/react-router";
import { signIn } from "../../lib/api/auth-fetch.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { useOpenOrganization } from "./use-open-organization.ts";

/** Makes the account, accepts, signs in and opens the organization. */
export function useJoin() {
  const trpc = useTRPC();
  const open = useOpenOrganization();
  const navigate = useNavigate();
  return useOnce(
    trpc.invitations.join.mutationOptions({
      onSuccess: async ({ organizationId, email }, { password }) => {
        try {
          await signIn({ email, password });
          await open(organizationId);
        } catch {
          // The account exists and the invitation is used: from here on the sign-in page has the words.
          await navigate({ to: "/sign-in", replace: true });
        }
      },
      gcTime: 0,
    }),
  );
}
