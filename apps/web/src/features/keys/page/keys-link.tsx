import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { BackLink } from "../../../ui/back-link.tsx";

export function KeysLink({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("keys");
  return (
    <BackLink to="/o/$organizationId/settings/keys" params={{ organizationId }}>
      {t("title")}
    </BackLink>
  );
}
