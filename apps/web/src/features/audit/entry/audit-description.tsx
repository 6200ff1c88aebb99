import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { TextLink } from "../../../ui/text-link.tsx";

/** What the log tells, and where to look for what it does not. */
export function AuditDescription({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("audit");
  return (
    <>
      {t("description")}{" "}
      <TextLink to="/o/$organizationId/refusals" params={{ organizationId }}>
        {t("refusals")}
      </TextLink>
    </>
  );
}
