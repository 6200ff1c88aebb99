import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfferedApp } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { NamedLogo } from "../../ui/named-logo.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import { OfferFacts } from "./offer-facts.tsx";
import { useOfferedAppsChanged } from "./use-offered-apps-changed.ts";

interface DecisionDialogProps {
  readonly app: OfferedApp;
  readonly onClose: () => void;
}

const decisions = ["approved", "refused"] as const;

/** Shows all that there is to judge an app by, and lets the operator say who may connect it. */
export function DecisionDialog({ app, onClose }: DecisionDialogProps) {
  const { t } = useTranslation("offeredApps");
  // As it was looked at: what its owner changes meanwhile nobody has seen.
  const [seen] = useState(app);
  const { id, name, logo, approval, organization, revision } = seen;
  const [decision, setDecision] = useState<(typeof decisions)[number] | null>(
    approval === "requested" ? null : approval === "approved" ? "refused" : "approved",
  );
  const decide = useDeciding(t(`decide.done.${decision ?? "refused"}`, { name }), onClose);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("decide.title", { name })}
      action={t(`decide.actions.${decision ?? "none"}`)}
      danger={decision === "refused"}
      disabled={decision === null}
      onConfirm={() =>
        decision && decide.mutate({ organizationId: organization.id, appId: id, decision, revision })
      }
      pending={decide.isPending}
      error={decide.error}
      size="lg"
    >
      <NamedLogo image={logo} name={name} aside={t("by", { owner: organization.name })}>
        <bdi>{name}</bdi>
      </NamedLogo>
      {seen.description === null ? (
        <Text c="dimmed">{t("noDescription")}</Text>
      ) : (
        <Text dir="auto">{seen.description}</Text>
      )}
      {seen.disabledAt !== null && <Notice tone="info">{t("isDisabled")}</Notice>}
      <OfferFacts app={seen} />
      <ChoiceCards
        label={t("decide.label")}
        choices={decisions.map((value) => ({
          value,
          label: t(`decide.choices.${value}`),
          description: t(`decide.means.${value}`),
          disabled: value === approval,
        }))}
        value={decision}
        onChange={setDecision}
      />
    </ConfirmDialog>
  );
}

function useDeciding(done: string, onClose: () => void) {
  const trpc = useTRPC();
  const onSettled = useOfferedAppsChanged();
  return useDecision(trpc.instance.appApprovals.decide.mutationOptions({ onSettled }), { done, onClose });
}
