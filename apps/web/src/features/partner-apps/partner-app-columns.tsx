import type { OrganizationId, PartnerApp } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import type { Column } from "../../ui/data-table.tsx";
import { NamedLogo } from "../../ui/named-logo.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { ApprovalBadge, EnabledBadge } from "./app-badges.tsx";

export function partnerAppColumns(organizationId: OrganizationId): readonly Column<PartnerApp>[] {
  const t = wordsOf("partnerApps");
  return [
    {
      key: "app",
      header: t("columns.app"),
      place: "title",
      cell: ({ id, name, logo, type }) => (
        <NamedLogo image={logo} name={name} aside={t(`types.${type}`)}>
          <TextLink
            to="/o/$organizationId/settings/partner-apps/$appId"
            params={{ organizationId, appId: id }}
            covers="row"
          >
            <bdi>{name}</bdi>
          </TextLink>
        </NamedLogo>
      ),
    },
    {
      key: "approval",
      header: t("columns.approval"),
      width: "26%",
      cell: ({ approval }) => <ApprovalBadge approval={approval} />,
    },
    {
      key: "status",
      header: t("columns.status"),
      width: "16%",
      cell: (app) => <EnabledBadge app={app} />,
    },
    {
      key: "registered",
      header: t("columns.registered"),
      width: "16%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
