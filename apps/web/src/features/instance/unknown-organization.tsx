import { IconBuilding } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

export function UnknownOrganization() {
  const { t } = useTranslation("instance");
  return (
    <EmptyState
      icon={<IconBuilding size={22} />}
      headsPage
      title={t("unknown.title")}
      action={<LinkButton to="/instance">{t("unknown.action")}</LinkButton>}
    >
      {t("unknown.text")}
    </EmptyState>
  );
}
