import { IconAppWindow } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";

/** What a partner app is, and how it comes to its users. */
export function NoPartnerApps({ action }: { readonly action: ReactNode }) {
  const { t } = useTranslation("partnerApps");
  return (
    <EmptyState icon={<IconAppWindow size={22} />} title={t("none.title")} action={action}>
      {t("none.text")}
    </EmptyState>
  );
}
