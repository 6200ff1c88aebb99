import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** For members and viewers who follow a link here. */
export function ManagersOnly({ title }: { readonly title: string }) {
  const { t } = useTranslation("partnerApps");
  return (
    <>
      <PageHeader title={title} />
      <EmptyState icon={<IconLock size={22} />} title={t("managersOnly.title")}>
        {t("managersOnly.text")}
      </EmptyState>
    </>
  );
}
