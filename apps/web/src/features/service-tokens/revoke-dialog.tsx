import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import { LastUseFacts } from "./last-use-facts.tsx";
import type { ServiceTokenDialogProps } from "./service-token-types.ts";
import { useServiceTokensChanged } from "./use-service-tokens-changed.ts";

/** Ends a service token for good. */
export function RevokeDialog({ serviceToken: { id, name, lastUse }, onClose }: ServiceTokenDialogProps) {
  const { t } = useTranslation("serviceTokens");
  const trpc = useTRPC();
  const revoke = useDecision(
    trpc.instance.serviceTokens.revoke.mutationOptions({ onSettled: useServiceTokensChanged() }),
    { done: t("revoke.done", { name }), onClose },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("revoke.title", { name })}
      action={t("revoke.action")}
      onConfirm={() => revoke.mutate({ id })}
      danger
      pending={revoke.isPending}
      error={revoke.error}
    >
      <Text>{t("revoke.means")}</Text>
      <LastUseFacts lastUse={lastUse} />
    </ConfirmDialog>
  );
}
