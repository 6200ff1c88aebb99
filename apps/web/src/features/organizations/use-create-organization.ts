import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { wordsOf } from "../../lib/language/i18n.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { toastDone } from "../../ui/toast.ts";

/** Makes an organization and opens it. */
export function useCreateOrganization() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useOnce(
    trpc.organizations.create.mutationOptions({
      onSuccess: async ({ id }, { name }) => {
        // The list of memberships decides what the router lets in.
        await queryClient.refetchQueries(trpc.session.me.queryFilter());
        toastDone(wordsOf("organizations")("ready", { name: name.trim() }));
        await navigate({ to: "/o/$organizationId", params: { organizationId: id } });
      },
    }),
  );
}
