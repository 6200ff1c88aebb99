import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import type { Invitation, OrganizationId } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

interface WithdrawDialogProps {
  readonly organizationId: OrganizationId;
  readonly invitation: Invitation;
  readonly onClose: () => void;
}

export function WithdrawDialog({ organizationId, invitation, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation("members");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const withdraw = useMutation(
    trpc.invitations.withdraw.mutationOptions({
      onSuccess: () => {
        onClose();
        toastDone(t("invitations.withdrawn"));
      },
      onSettled: () => queryClient.invalidateQueries(trpc.invitations.list.queryFilter()),
    }),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("invitations.withdrawTitle")}
      action={t("invitations.withdrawAction")}
      danger
      onConfirm={() => withdraw.mutate({ organizationId, invitationId: invitation.id })}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      <Text>
        <Trans
          t={t}
          i18nKey="invitations.withdrawText"
          values={{ email: invitation.email }}
          components={{ strong: <strong /> }}
        />
      </Text>
    </ConfirmDialog>
  );
}
