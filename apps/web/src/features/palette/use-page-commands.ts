import {
  IconAppWindow,
  IconApps,
  IconBuilding,
  IconChartBar,
  IconHelpCircle,
  IconHistory,
  IconHome,
  IconKey,
  IconListDetails,
  IconPlugConnected,
  IconReceipt,
  IconServer,
  IconShieldCheck,
  IconUser,
  IconUserOff,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Me, Membership } from "../../lib/api/api-types.ts";
import { rememberedEnvironment } from "../../lib/keys/last-environment.ts";
import { isManager } from "../../lib/organization/roles.ts";
import type { Command } from "./command.ts";

/** In the words of the sidebar, which leads to them too. */
const organizationPages = [
  { name: "home", label: "nav.home", to: "/o/$organizationId", icon: IconHome },
  { name: "keys", label: "settings.keys", to: "/o/$organizationId/settings/keys", icon: IconKey },
  { name: "usage", label: "nav.usage", to: "/o/$organizationId/usage", icon: IconChartBar },
  { name: "refusals", label: "nav.refusals", to: "/o/$organizationId/refusals", icon: IconHelpCircle },
  {
    name: "billing",
    label: "nav.billing",
    to: "/o/$organizationId/billing",
    icon: IconReceipt,
    forManagers: true,
  },
  { name: "apps", label: "nav.apps", to: "/o/$organizationId/apps", icon: IconApps },
  { name: "members", label: "settings.members", to: "/o/$organizationId/settings/members", icon: IconUsers },
  {
    name: "organization",
    label: "settings.organization",
    to: "/o/$organizationId/settings/organization",
    icon: IconBuilding,
  },
  {
    name: "audit",
    label: "settings.audit",
    to: "/o/$organizationId/settings/audit",
    icon: IconHistory,
    forManagers: true,
  },
  {
    name: "partnerApps",
    label: "settings.partnerApps",
    to: "/o/$organizationId/settings/partner-apps",
    icon: IconAppWindow,
    forManagers: true,
  },
] as const;

const ownPages = [
  { name: "account", label: "palette.account", to: "/account", icon: IconUser },
  { name: "instance", label: "organization.instance", to: "/instance", icon: IconServer, forOperators: true },
  {
    name: "people",
    label: "organization.people",
    to: "/instance/people",
    icon: IconUserOff,
    forOperators: true,
  },
  {
    name: "serviceTokens",
    label: "organization.serviceTokens",
    to: "/instance/service-tokens",
    icon: IconPlugConnected,
    forOperators: true,
  },
  {
    name: "offeredApps",
    label: "organization.offeredApps",
    to: "/instance/apps",
    icon: IconShieldCheck,
    forOperators: true,
  },
  {
    name: "installationLog",
    label: "organization.installationLog",
    to: "/instance/log",
    icon: IconListDetails,
    forOperators: true,
  },
] as const;

/** The way to every page that this person may see. */
export function usePageCommands(me: Me, organization: Membership | null): readonly Command[] {
  const { t } = useTranslation("palette");
  const { t: app } = useTranslation();
  const navigate = useNavigate();
  const linesOf = (page: (typeof organizationPages | typeof ownPages)[number]) => ({
    id: `page:${page.name}`,
    group: "pages" as const,
    label: app(page.label),
    keywords: t(`keywords.${page.name}`),
    icon: page.icon,
  });
  const goTo = (to: (typeof organizationPages)[number]["to"], { id: organizationId }: Membership) => {
    // Pages that know no environments drop it.
    const search = { environment: rememberedEnvironment() };
    void navigate({ to, params: { organizationId }, search });
  };
  const ofOrganization = organization === null ? [] : organizationPages.filter(forRole(organization));
  const own = ownPages.filter((page) => !("forOperators" in page) || me.user.operator);
  return [
    ...ofOrganization.map((page) => ({
      ...linesOf(page),
      run: () => organization && goTo(page.to, organization),
    })),
    ...own.map((page) => ({ ...linesOf(page), run: () => void navigate({ to: page.to }) })),
  ];
}

function forRole({ role }: Membership) {
  return (page: object) => !("forManagers" in page) || isManager(role);
}
