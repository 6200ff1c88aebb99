import { IconHistory } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AuditDescription } from "./entry/audit-description.tsx";
import { AuditFilters } from "./filters/audit-filters.tsx";
import { AuditList } from "./audit-list.tsx";
import type { AuditSearch } from "./audit-search.ts";
import { ChainPanel } from "./chain/chain-panel.tsx";
import { ExportButton } from "./export-button.tsx";

const route = getRouteApi("/signed-in/o/$organizationId/settings/audit");

/** Who changed what, when and from where. */
export function AuditPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("audit");
  const membership = useMembership(organizationId);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (!isManager(membership.role)) return <ManagersOnly />;
  const show = (next: AuditSearch) => void navigate({ search: next, resetScroll: false });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={<AuditDescription organizationId={organizationId} />}
        actions={<ExportButton organizationId={organizationId} search={search} />}
      />
      <ChainPanel organizationId={organizationId} />
      <AuditFilters organizationId={organizationId} search={search} onSearch={show} />
      <AuditList organizationId={organizationId} search={search} onSearch={show} />
    </>
  );
}

function ManagersOnly() {
  const { t } = useTranslation("audit");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState icon={<IconHistory size={22} />} title={t("managersOnly.title")}>
        {t("managersOnly.text")}
      </EmptyState>
    </>
  );
}
