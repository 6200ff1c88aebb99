import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { DecisionDialogProps } from "./decision-dialog.ts";
import { useDecided } from "./use-decided.ts";

export function ResumeDialog({ organization: { id, name }, onClose }: DecisionDialogProps) {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const resume = useDecision(trpc.instance.resume.mutationOptions({ onSettled: useDecided() }), {
    done: t("suspension.resumed", { name }),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("suspension.resumeTitle", { name })}
      action={t("suspension.resume")}
      onConfirm={() => resume.mutate({ organizationId: id })}
      pending={resume.isPending}
      error={resume.error}
    >
      <Text>{t("suspension.resumeMeans")}</Text>
    </ConfirmDialog>
  );
}
