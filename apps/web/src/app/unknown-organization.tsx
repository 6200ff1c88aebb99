import { IconBuilding } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/link-button.tsx";

export function UnknownOrganization() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconBuilding size={22} />}
      headsPage
      title={t("nothingHere.title")}
      action={<LinkButton to="/">{t("nothingHere.action")}</LinkButton>}
    >
      {t("nothingHere.text")}
    </EmptyState>
  );
}
