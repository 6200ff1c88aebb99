import { useTranslation } from "react-i18next";
import type { OrganizationSurvey } from "../../lib/api/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface OrganizationStatusProps {
  readonly organization: Pick<OrganizationSurvey, "suspension" | "apiAccess">;
}

/** Whether its keys are accepted, and if not, by whose doing. */
export function OrganizationStatus({ organization: { suspension, apiAccess } }: OrganizationStatusProps) {
  const { t } = useTranslation("instance");
  if (suspension !== null) return <StatusBadge tone="negative">{t("statuses.suspended")}</StatusBadge>;
  if (!apiAccess) return <StatusBadge tone="attention">{t("statuses.apiOff")}</StatusBadge>;
  return <StatusBadge tone="positive">{t("statuses.active")}</StatusBadge>;
}
