import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Member, Membership, Role } from "../../lib/api/api-types.ts";
import { oneOfRole, roles, roleSentence } from "../../lib/organization/roles.ts";
import { useTRPC, useTRPCClient } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { toastUndoable } from "../../ui/toast-undoable.tsx";
import { toastDone } from "../../ui/toast.ts";

interface ChangeRoleDialogProps {
  readonly membership: Membership;
  readonly member: Member;
  readonly role: Role;
  readonly onClose: () => void;
}

export function ChangeRoleDialog({ membership, member, role, onClose }: ChangeRoleDialogProps) {
  const { t } = useTranslation("members");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isMe = member.id === membership.memberId;
  const client = useTRPCClient();
  const giveBack = () =>
    client.members.changeRole
      .mutate({ organizationId: membership.id, memberId: member.id, role: member.role, from: role })
      .finally(() => queryClient.invalidateQueries());
  const change = useMutation(
    trpc.members.changeRole.mutationOptions({
      onSuccess: async () => {
        onClose();
        const done = t("changeRole.done", { name: member.name, role: oneOfRole(role) });
        // Who has given up a role cannot give it to themselves again.
        if (isMe) toastDone(done);
        else toastUndoable(done, giveBack);
        // Keys shrink and grow with the role, and one's own role decides what is shown.
        await queryClient.invalidateQueries();
      },
    }),
  );
  const words = { name: member.name, role: oneOfRole(role) };
  const loses = roles.indexOf(role) > roles.indexOf(member.role);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={isMe ? t("changeRole.titleSelf", words) : t("changeRole.title", words)}
      action={t("changeRole.action")}
      onConfirm={() => change.mutate({ organizationId: membership.id, memberId: member.id, role })}
      pending={change.isPending}
      error={change.error}
    >
      <Text>{roleSentence(role)}</Text>
      {loses && (
        <Notice tone="warning">
          {isMe ? t("changeRole.shrinksSelf", words) : t("changeRole.shrinks", words)}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
