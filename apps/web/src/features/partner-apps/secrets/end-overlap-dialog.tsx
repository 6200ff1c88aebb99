import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { useDecision } from "../../../ui/use-decision.ts";
import type { AppDialogProps } from "../partner-app-types.ts";
import { usePartnerAppsChanged } from "../use-partner-apps-changed.ts";

/** Refuses the old secret of a rotation before its time. */
export function EndOverlapDialog({ organizationId, app: { id, name }, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const endOverlap = useDecision(
    trpc.partnerApps.endOverlap.mutationOptions({ onSettled: usePartnerAppsChanged() }),
    { done: t("endOverlap.done", { name }), onClose },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("endOverlap.title", { name })}
      action={t("endOverlap.action")}
      onConfirm={() => endOverlap.mutate({ organizationId, appId: id })}
      danger
      pending={endOverlap.isPending}
      error={endOverlap.error}
    >
      <Text>{t("endOverlap.means")}</Text>
    </ConfirmDialog>
  );
}
