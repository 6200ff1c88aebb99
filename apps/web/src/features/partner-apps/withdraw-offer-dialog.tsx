import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { AppDialogProps } from "./partner-app-types.ts";
import { usePartnerAppsChanged } from "./use-partner-apps-changed.ts";

/** Takes back what the operator has not answered yet. */
export function WithdrawOfferDialog({ organizationId, app: { id, name }, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const withdraw = useDecision(
    trpc.partnerApps.withdrawOffer.mutationOptions({ onSettled: usePartnerAppsChanged() }),
    {
      done: t("withdrawOffer.done", { name }),
      onClose,
    },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("withdrawOffer.title", { name })}
      action={t("withdrawOffer.action")}
      onConfirm={() => withdraw.mutate({ organizationId, appId: id })}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      <Text>{t("withdrawOffer.means")}</Text>
    </ConfirmDialog>
  );
}
