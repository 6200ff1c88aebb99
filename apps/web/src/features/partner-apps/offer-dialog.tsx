import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { AppDialogProps } from "./partner-app-types.ts";
import { usePartnerAppsChanged } from "./use-partner-apps-changed.ts";

/** Asks the operator to let every organization connect it. */
export function OfferDialog({ organizationId, app: { id, name }, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const offer = useDecision(trpc.partnerApps.offer.mutationOptions({ onSettled: usePartnerAppsChanged() }), {
    done: t("offer.done", { name }),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("offer.title", { name })}
      action={t("offer.action")}
      onConfirm={() => offer.mutate({ organizationId, appId: id })}
      pending={offer.isPending}
      error={offer.error}
    >
      <Text>{t("offer.means")}</Text>
    </ConfirmDialog>
  );
}
