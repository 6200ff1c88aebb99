import { IconApps, IconChartBar, IconHelpCircle, IconHome, IconReceipt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Membership, OrganizationId } from "../lib/api/api-types.ts";
import { inLastEnvironment } from "../lib/keys/last-environment.ts";
import { isManager } from "../lib/organization/roles.ts";
import { RouterNavLink } from "./router-nav-link.tsx";
import classes from "./sidebar.module.css";

/** What an organization does, above what it is set to. */
export function OrganizationNav({ organization }: { readonly organization: Membership }) {
  const { t } = useTranslation();
  const params = { organizationId: organization.id };
  return (
    <nav aria-label={t("nav.title")}>
      <ul className={classes.links}>
        <li>
          <RouterNavLink
            to="/o/$organizationId"
            params={params}
            // Every other page's address begins with it.
            activeOptions={{ exact: true, includeSearch: false }}
            label={t("nav.home")}
            leftSection={<IconHome size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        <li>
          <RouterNavLink
            to="/o/$organizationId/usage"
            params={params}
            {...inLastEnvironment}
            label={t("nav.usage")}
            leftSection={<IconChartBar size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        <li>
          <RouterNavLink
            to="/o/$organizationId/refusals"
            params={params}
            label={t("nav.refusals")}
            leftSection={<IconHelpCircle size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        <li>
          <RouterNavLink
            to="/o/$organizationId/apps"
            params={params}
            activeOptions={{ includeSearch: false }}
            label={t("nav.apps")}
            leftSection={<IconApps size={17} stroke={1.8} aria-hidden />}
          />
        </li>
        {isManager(organization.role) && <BillingLink organizationId={organization.id} />}
      </ul>
    </nav>
  );
}

function BillingLink(params: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation();
  return (
    <li>
      <RouterNavLink
        to="/o/$organizationId/billing"
        params={params}
        label={t("nav.billing")}
        leftSection={<IconReceipt size={17} stroke={1.8} aria-hidden />}
      />
    </li>
  );
}
