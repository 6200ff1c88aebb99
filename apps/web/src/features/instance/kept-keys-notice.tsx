import { useTranslation } from "react-i18next";
import type { OrganizationSurvey } from "../../lib/api/api-types.ts";
import { planLimits, planName, type Plan } from "../../lib/organization/plans.ts";
import { Notice } from "../../ui/notice.tsx";

interface KeptKeysNoticeProps {
  readonly organization: OrganizationSurvey;
  readonly plan: Plan;
}

/** A lower plan takes no key away. */
export function KeptKeysNotice({ organization: { keysInUse: count }, plan }: KeptKeysNoticeProps) {
  const { t } = useTranslation("instance");
  const { keys: limit } = planLimits[plan];
  if (limit === null || count <= limit) return null;
  return (
    <Notice tone="warning" title={t("changePlan.keptTitle")}>
      {t("changePlan.kept", { count, limit, plan: planName(plan) })}
    </Notice>
  );
}
