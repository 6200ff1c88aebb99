import { IconReceipt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** For those who do not see bills: why, and where they see what was counted. */
export function ManagersOnly({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("billing");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState
        icon={<IconReceipt size={22} />}
        title={t("managersOnly.title")}
        action={
          <LinkButton variant="default" to="/o/$organizationId/usage" params={{ organizationId }}>
            {t("managersOnly.action")}
          </LinkButton>
        }
      >
        {t("managersOnly.text")}
      </EmptyState>
    </>
  );
}
