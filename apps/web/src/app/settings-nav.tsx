import { IconAppWindow, IconBuilding, IconHistory, IconKey, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Membership, OrganizationId } from "../lib/api/api-types.ts";
import { inLastEnvironment } from "../lib/keys/last-environment.ts";
import { isManager } from "../lib/organization/roles.ts";
import { RouterNavLink } from "./router-nav-link.tsx";
import classes from "./sidebar.module.css";

export function SettingsNav({ organization }: { readonly organization: Membership }) {
  const { t } = useTranslation();
  const params = { organizationId: organization.id };
  return (
    <nav aria-label={t("settings.title")}>
      <p className={classes.label}>{t("settings.title")}</p>
      <ul className={classes.links}>
        <li>
          <RouterNavLink
            to="/o/$organizationId/settings/keys"
            params={params}
            {...inLastEnvironment}
            label={t("settings.keys")}
            leftSection={<IconKey size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        <li>
          <RouterNavLink
            to="/o/$organizationId/settings/members"
            params={params}
            label={t("settings.members")}
            leftSection={<IconUsers size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        <li>
          <RouterNavLink
            to="/o/$organizationId/settings/organization"
            params={params}
            label={t("settings.organization")}
            leftSection={<IconBuilding size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        {isManager(organization.role) && <ManagersLinks organizationId={organization.id} />}
      </ul>
    </nav>
  );
}

function ManagersLinks(params: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation();
  return (
    <>
      <li>
        <RouterNavLink
          to="/o/$organizationId/settings/partner-apps"
          params={params}
          label={t("settings.partnerApps")}
          leftSection={<IconAppWindow size={17} stroke={1.8} aria-hidden />}
        />
      </li>
      <li>
        <RouterNavLink
          to="/o/$organizationId/settings/audit"
          params={params}
          label={t("settings.audit")}
          leftSection={<IconHistory size={17} stroke={1.8} aria-hidden />}
        />
      </li>
    </>
  );
}
