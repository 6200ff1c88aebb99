import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { AppDialogProps } from "./partner-app-types.ts";
import { usePartnerAppsChanged } from "./use-partner-apps-changed.ts";

/** Lets a disabled app work again. */
export function EnableDialog({ organizationId, app: { id, name }, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const enable = useDecision(
    trpc.partnerApps.enable.mutationOptions({ onSettled: usePartnerAppsChanged() }),
    { done: t("enable.done", { name }), onClose },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("enable.title", { name })}
      action={t("enable.action")}
      onConfirm={() => enable.mutate({ organizationId, appId: id })}
      pending={enable.isPending}
      error={enable.error}
    >
      <Text>{t("enable.means")}</Text>
    </ConfirmDialog>
  );
}
