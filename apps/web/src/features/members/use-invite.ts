import { useQueryClient } from "@tanstack/react-query";
import type { Invitation, OrganizationId, Role } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { useTRPC, useTRPCClient } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { toastRefused } from "../../ui/toast.ts";

interface Offer {
  readonly email: string;
  readonly role: Role;
  /** Open invitations for the same address: their links end with the new one. */
  readonly older: readonly Invitation[];
}

export function useInvite(organizationId: OrganizationId) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const withdraw = ({ id }: Invitation) =>
    client.invitations.withdraw
      .mutate({ organizationId, invitationId: id })
      .catch((error: unknown) => toastRefused(wordsOf("members")("inviting.olderStays"), error));
  return useOnce({
    mutationFn: async ({ email, role, older }: Offer) => {
      const made = await client.invitations.create.mutate({ organizationId, email, role });
      // Only now: had the new one been refused, the older link would still be needed.
      await Promise.all(older.map(withdraw));
      return made;
    },
    onSuccess: () => queryClient.invalidateQueries(trpc.invitations.list.queryFilter()),
    // The answer holds the only copy of the link.
    gcTime: 0,
  });
}
