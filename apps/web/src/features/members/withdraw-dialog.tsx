import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Invitation, OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

interface WithdrawDialogProps {
  readonly organizationId: OrganizationId;
  readonly invitation: Invitation;
  readonly onClose: () => void;
}

export function WithdrawDialog({ organizationId, invitation, onClose }: WithdrawDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const withdraw = useMutation(
    trpc.invitations.withdraw.mutationOptions({
      onSuccess: () => {
        onClose();
        toastDone("Invitation withdrawn");
      },
      onSettled: () => queryClient.invalidateQueries(trpc.invitations.list.queryFilter()),
    }),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title="Withdraw this invitation?"
      action="Withdraw invitation"
      danger
      onConfirm={() => withdraw.mutate({ organizationId, invitationId: invitation.id })}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      <Text>
        The link of <strong>{invitation.email}</strong> stops working at once. You can invite them again at
        any time.
      </Text>
    </ConfirmDialog>
  );
}
