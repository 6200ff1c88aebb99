import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { ManagersOnly } from "./managers-only.tsx";
import { NoPartnerApps } from "./no-partner-apps.tsx";
import { partnerAppColumns } from "./partner-app-columns.tsx";

interface PartnerAppsPageProps {
  readonly organizationId: OrganizationId;
}

/** The apps that the organization builds for others. */
export function PartnerAppsPage({ organizationId }: PartnerAppsPageProps) {
  const { t } = useTranslation("partnerApps");
  const { role } = useMembership(organizationId);
  return isManager(role) ? (
    <ManagedApps organizationId={organizationId} />
  ) : (
    <ManagersOnly title={t("title")} />
  );
}

function ManagedApps({ organizationId }: PartnerAppsPageProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const list = useQuery(trpc.partnerApps.list.queryOptions({ organizationId }));
  const registerButton = (
    <LinkButton
      to="/o/$organizationId/settings/partner-apps/new"
      params={{ organizationId }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t("register.open")}
    </LinkButton>
  );
  // Without an app there is one thing to do, so one button: where the explanation is.
  const bare = list.data?.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={bare ? undefined : registerButton}
      />
      {list.isPending && <TableSkeleton label={t("loading")} rows={3} />}
      {list.isLoadingError && (
        <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={() => void list.refetch()} />
      )}
      {bare && <NoPartnerApps action={registerButton} />}
      {list.data !== undefined && !bare && (
        <DataTable
          label={t("title")}
          columns={partnerAppColumns(organizationId)}
          rows={list.data}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}
