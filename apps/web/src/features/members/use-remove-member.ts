import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Member, Membership } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { reasonOf } from "../../lib/api/refusal.ts";
import { useTRPC, useTRPCClient } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { toastDone } from "../../ui/toast.ts";
import type { settlementsOf } from "./settlement.ts";

interface Leaving {
  readonly membership: Membership;
  readonly member: Member;
  readonly onDone: () => void;
}

type Settlements = NonNullable<ReturnType<typeof settlementsOf>>;

export function useRemoveMember({ membership, member, onDone }: Leaving) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isMe = member.id === membership.memberId;
  return useOnce({
    mutationFn: ({ settlements }: { readonly settlements: Settlements }) =>
      client.members.remove.mutate({ organizationId: membership.id, memberId: member.id, settlements }),
    onSuccess: async () => {
      onDone();
      const t = wordsOf("members");
      toastDone(
        isMe
          ? t("removal.doneSelf", { organization: membership.name })
          : t("removal.done", { name: member.name }),
      );
      if (!isMe) return queryClient.invalidateQueries();
      await queryClient.fetchQuery({ ...trpc.session.me.queryOptions(), staleTime: 0 });
      return navigate({ to: "/", replace: true });
    },
    onError: async (error) => {
      // They got another key meanwhile: show it.
      if (reasonOf(error) === "keys_need_settling")
        await queryClient.invalidateQueries(trpc.keys.list.queryFilter());
    },
  });
}
