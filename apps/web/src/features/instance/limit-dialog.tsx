import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { DecisionDialogProps } from "./decision-dialog.ts";
import { LimitFields } from "./limit-fields.tsx";
import { isLimit, type LimitDraft } from "./limit.ts";
import { useDecided } from "./use-decided.ts";

/** The plan's requests per minute, or a figure of the organization's own. */
export function LimitDialog({ organization, onClose }: DecisionDialogProps) {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const {
    id: organizationId,
    name,
    ownRequestsPerMinute: own,
    planRequestsPerMinute: planned,
  } = organization;
  const [draft, setDraft] = useState<LimitDraft>({
    choice: own === null ? "plan" : "own",
    figure: own ?? planned,
  });
  const [mistaken, setMistaken] = useState(false);
  const change = useDecision(trpc.instance.changeRequestLimit.mutationOptions({ onSettled: useDecided() }), {
    done: t("limit.done"),
    onClose,
  });
  const confirm = () => {
    const { choice, figure } = draft;
    if (choice === "plan") change.mutate({ organizationId, requestsPerMinute: null });
    else if (isLimit(figure)) change.mutate({ organizationId, requestsPerMinute: figure });
    else setMistaken(true);
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("limit.title", { name })}
      action={t("limit.submit")}
      onConfirm={confirm}
      pending={change.isPending}
      error={change.error}
    >
      <Text>{t("limit.means")}</Text>
      <LimitFields draft={draft} onChange={setDraft} planned={planned} mistaken={mistaken} />
    </ConfirmDialog>
  );
}
