import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import { LastUseFacts } from "./last-use-facts.tsx";
import { retiringSecretOf } from "./retiring-secret.ts";
import type { ServiceTokenDialogProps } from "./service-token-types.ts";
import { useServiceTokensChanged } from "./use-service-tokens-changed.ts";

/** Refuses the old token of a rotation before its time. */
export function EndOverlapDialog({ serviceToken, onClose }: ServiceTokenDialogProps) {
  const { id, name } = serviceToken;
  const { t } = useTranslation("serviceTokens");
  const trpc = useTRPC();
  const end = useDecision(
    trpc.instance.serviceTokens.endOverlap.mutationOptions({ onSettled: useServiceTokensChanged() }),
    { done: t("endOverlap.done", { name }), onClose },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("endOverlap.title", { name })}
      action={t("endOverlap.action")}
      onConfirm={() => end.mutate({ id })}
      danger
      pending={end.isPending}
      error={end.error}
    >
      <Text>{t("endOverlap.means")}</Text>
      <LastUseFacts lastUse={retiringSecretOf(serviceToken)?.lastUse ?? null} />
    </ConfirmDialog>
  );
}
