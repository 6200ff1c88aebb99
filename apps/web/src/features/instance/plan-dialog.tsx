import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { planName, plans } from "../../lib/organization/plans.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { DecisionDialogProps } from "./decision-dialog.ts";
import { KeptKeysNotice } from "./kept-keys-notice.tsx";
import { planSentence } from "./plan-sentence.ts";
import { useDecided } from "./use-decided.ts";

/** Says what a change means for the running month, and for keys beyond the new plan's number. */
export function PlanDialog({ organization, onClose }: DecisionDialogProps) {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const { id: organizationId, name } = organization;
  const [plan, setPlan] = useState(organization.plan);
  const change = useDecision(trpc.instance.changePlan.mutationOptions({ onSettled: useDecided() }), {
    done: t("changePlan.done", { name, plan: planName(plan) }),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("changePlan.title", { name })}
      action={t("changePlan.submit")}
      onConfirm={() => change.mutate({ organizationId, plan })}
      pending={change.isPending}
      disabled={plan === organization.plan}
      error={change.error}
    >
      <ChoiceCards
        label={t("changePlan.label")}
        choices={plans.map((one) => ({ value: one, label: planName(one), description: planSentence(one) }))}
        value={plan}
        onChange={setPlan}
      />
      <Text>{t("changePlan.month")}</Text>
      <KeptKeysNotice organization={organization} plan={plan} />
    </ConfirmDialog>
  );
}
