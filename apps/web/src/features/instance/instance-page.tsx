import { useTranslation } from "react-i18next";
import type { InstanceSearch } from "../../lib/search/instance-search.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { HealthPanel } from "./health-panel.tsx";
import { OrganizationsPanel } from "./organizations-panel.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";

interface InstancePageProps {
  readonly search: InstanceSearch;
  readonly onSearch: (search: InstanceSearch) => void;
}

/** For the operator: all organizations, and how the installation is. */
export function InstancePage(props: InstancePageProps) {
  const { t } = useTranslation("instance");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <LinkButton variant="default" to="/instance/log">
              {t("log")}
            </LinkButton>
            <LinkButton variant="default" to="/instance/people">
              {t("people")}
            </LinkButton>
            <LinkButton variant="default" to="/instance/apps">
              {t("offeredApps")}
            </LinkButton>
            <LinkButton variant="default" to="/instance/service-tokens">
              {t("serviceTokens")}
            </LinkButton>
          </>
        }
      />
      <TroubleNotice />
      <OrganizationsPanel {...props} />
      <HealthPanel />
    </>
  );
}
