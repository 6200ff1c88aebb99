import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api/api-types.ts";
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

interface EnabledBadgeProps {
  readonly app: Pick<PartnerApp, "disabledAt" | "blockedAt">;
}

/** Whether it works. */
export function EnabledBadge({ app: { disabledAt, blockedAt } }: EnabledBadgeProps) {
  const { t } = useTranslation("partnerApps");
  if (blockedAt !== null) return <StatusBadge tone="negative">{t("blocked")}</StatusBadge>;
  const enabled = disabledAt === null;
  return (
    <StatusBadge tone={enabled ? "positive" : "negative"}>{t(enabled ? "enabled" : "disabled")}</StatusBadge>
  );
}
