import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Member, Membership, Role } from "../../lib/api-types.ts";
import { roleName, roles, roleSentence } from "../../lib/roles.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { toastDone } from "../../ui/toast.ts";

interface ChangeRoleDialogProps {
  readonly membership: Membership;
  readonly member: Member;
  readonly role: Role;
  readonly onClose: () => void;
}

export function ChangeRoleDialog({ membership, member, role, onClose }: ChangeRoleDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.members.changeRole.mutationOptions({
      onSuccess: async () => {
        onClose();
        toastDone(`${member.name} is now ${article(role)} ${roleName(role).toLowerCase()}`);
        // Keys shrink and grow with the role, and one's own role decides what is shown.
        await queryClient.invalidateQueries();
      },
    }),
  );
  const isMe = member.id === membership.memberId;
  const loses = roles.indexOf(role) > roles.indexOf(member.role);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Make ${isMe ? "yourself" : member.name} ${article(role)} ${roleName(role).toLowerCase()}?`}
      action="Change role"
      onConfirm={() => change.mutate({ organizationId: membership.id, memberId: member.id, role })}
      pending={change.isPending}
      error={change.error}
    >
      <Text>{roleSentence(role)}</Text>
      {loses && (
        <Notice tone="warning">
          Keys that {isMe ? "you are" : `${member.name} is`} responsible for shrink with the role at once:
          what {article(role)} {roleName(role).toLowerCase()} may not do, they may not do any more.
          {isMe && " You cannot give yourself the old role back."}
        </Notice>
      )}
    </ConfirmDialog>
  );
}

function article(role: Role): string {
  return role === "owner" || role === "admin" ? "an" : "a";
}
