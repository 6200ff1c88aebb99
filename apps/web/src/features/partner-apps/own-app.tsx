import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AppId, OrganizationId, PartnerApp } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { ManagersOnly } from "./managers-only.tsx";

export interface OwnAppProps {
  readonly organizationId: OrganizationId;
  readonly appId: AppId;
  readonly children: (app: PartnerApp) => ReactNode;
}

/** A page about one app of the organization, as soon as it is there. */
export function OwnApp(props: OwnAppProps) {
  const { t } = useTranslation("partnerApps");
  const { role } = useMembership(props.organizationId);
  return isManager(role) ? <Loaded {...props} /> : <ManagersOnly title={t("app")} />;
}

function Loaded({ organizationId, appId, children }: OwnAppProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.partnerApps.get.queryOptions({ organizationId, appId }));
  if (data !== undefined) return children(data);
  return (
    <>
      <PageHeader title={t("app")} back={<AppsLink organizationId={organizationId} />} />
      {error === null ? (
        <TextSkeleton label={t("loadingApp")} lines={8} />
      ) : (
        <ErrorNotice error={error} title={t("appNotShown")} onRetry={() => void refetch()} />
      )}
    </>
  );
}

export function AppsLink({ organizationId }: Pick<OwnAppProps, "organizationId">) {
  const { t } = useTranslation("partnerApps");
  return (
    <BackLink to="/o/$organizationId/settings/partner-apps" params={{ organizationId }}>
      {t("title")}
    </BackLink>
  );
}
