import { Button } from "@mantine/core";
import { IconBuilding } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";

export function NoMatch({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation("instance");
  return (
    <EmptyState
      icon={<IconBuilding size={22} />}
      title={t("noMatch.title")}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t("noMatch.action")}
        </Button>
      }
    >
      {t("noMatch.text")}
    </EmptyState>
  );
}
