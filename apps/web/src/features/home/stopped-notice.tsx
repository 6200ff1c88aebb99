import { Box } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { Notice } from "../../ui/notice.tsx";
import { TextLink } from "../../ui/text-link.tsx";

/** That no request gets through, before anybody wonders about the figures. */
export function StoppedNotice({ organization }: { readonly organization: OrganizationSettings }) {
  const { t } = useTranslation("home");
  const { id: organizationId, suspension, apiAccess } = organization;
  if (suspension !== null) {
    return (
      <Box mb="lg">
        <Notice tone="warning" title={t("stopped.suspended")}>
          {t("stopped.suspendedText", { reason: suspension.reason })}
        </Notice>
      </Box>
    );
  }
  if (apiAccess) return null;
  return (
    <Box mb="lg">
      <Notice tone="warning" title={t("stopped.apiOff")}>
        {t("stopped.apiOffText")}{" "}
        <TextLink to="/o/$organizationId/settings/organization" params={{ organizationId }}>
          {t("stopped.apiOffLink")}
        </TextLink>
      </Notice>
    </Box>
  );
}
