import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signIn } from "../../lib/api/auth-fetch.ts";
import { useEnter } from "../../lib/sign-in/enter.ts";
import { forgetLinkToken } from "../../lib/sign-in/link-token.ts";
import { reasonOf } from "../../lib/api/refusal.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";

/** Makes the operator and the first organization, signs in, and opens its home. */
export function useSetup() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const enter = useEnter();
  const navigate = useNavigate();
  return useOnce(
    trpc.setup.complete.mutationOptions({
      onSuccess: async ({ organizationId }, { email, password }) => {
        forgetLinkToken();
        const to = "/o/$organizationId";
        try {
          await signIn({ email, password });
          await enter();
          await navigate({ to, params: { organizationId }, replace: true });
        } catch {
          // The account exists: from here on the sign-in page has the words.
          await navigate({ to: "/sign-in", replace: true });
        }
      },
      onError: async (error) => {
        // The setup may have been finished elsewhere meanwhile: the page has words and a way on for that.
        if (reasonOf(error) === "setup_link_invalid")
          await queryClient.invalidateQueries(trpc.setup.state.queryFilter());
      },
      gcTime: 0,
    }),
  );
}
