import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { AppDialogProps } from "./partner-app-types.ts";
import { usePartnerAppsChanged } from "./use-partner-apps-changed.ts";

/** Stops the app wherever it is connected. */
export function DisableDialog({ organizationId, app: { id, name }, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const disable = useDecision(
    trpc.partnerApps.disable.mutationOptions({ onSettled: usePartnerAppsChanged() }),
    { done: t("disable.done", { name }), onClose },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("disable.title", { name })}
      action={t("disable.action")}
      onConfirm={() => disable.mutate({ organizationId, appId: id })}
      danger
      pending={disable.isPending}
      error={disable.error}
    >
      <Text>{t("disable.means")}</Text>
    </ConfirmDialog>
  );
}
