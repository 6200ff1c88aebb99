import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { fieldRefusals } from "../../lib/api/refusal.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Mono } from "../../ui/mono.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { DecisionDialogProps } from "./decision-dialog.ts";
import { useDecided } from "./use-decided.ts";

export function SuspendDialog({ organization, onClose }: DecisionDialogProps) {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const { id: organizationId, name } = organization;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const suspend = useDecision(trpc.instance.suspend.mutationOptions({ onSettled: useDecided() }), {
    done: t("suspension.done", { name }),
    onClose,
  });
  const refused = fieldRefusals(suspend.error).get("reason");
  const confirm = () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") suspend.mutate({ organizationId, reason });
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("suspension.title", { name })}
      action={t("suspension.submit")}
      danger
      onConfirm={confirm}
      pending={suspend.isPending}
      error={refused === undefined ? suspend.error : null}
    >
      <Text>
        <Trans t={t} i18nKey="suspension.means" components={{ code: <Mono>{null}</Mono> }} />
      </Text>
      <TextInput
        label={t("suspension.reason")}
        description={t("suspension.reasonMeans")}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing && reason.trim() === "" ? t("suspension.reasonMissing") : refused}
      />
    </ConfirmDialog>
  );
}
