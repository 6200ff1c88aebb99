import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = {
  own: "neutral",
  requested: "attention",
  approved: "positive",
  refused: "negative",
} as const satisfies Record<PartnerApp["approval"], string>;

/** Who may connect the app. */
export function ApprovalBadge({ approval }: Pick<PartnerApp, "approval">) {
  const { t } = useTranslation("partnerApps");
  return <StatusBadge tone={tones[approval]}>{t(`approvals.${approval}`)}</StatusBadge>;
}

export function EnabledBadge({ disabledAt }: Pick<PartnerApp, "disabledAt">) {
  const { t } = useTranslation("partnerApps");
  const enabled = disabledAt === null;
  return (
    <StatusBadge tone={enabled ? "positive" : "negative"}>{t(enabled ? "enabled" : "disabled")}</StatusBadge>
  );
}
