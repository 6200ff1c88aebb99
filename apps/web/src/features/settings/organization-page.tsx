import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { ApiAccess } from "./api-access.tsx";
import { KeyRules } from "./key-rules.tsx";
import { LeakPolicy } from "./leak-policy.tsx";
import { NameForm } from "./name-form.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { SuspensionNotice } from "./suspension-notice.tsx";

/** What holds for the whole organization. Owners and admins change it, everybody else sees it. */
export function OrganizationPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("settings");
  const trpc = useTRPC();
  const { name, role } = useMembership(organizationId);
  const manages = isManager(role);
  const settings = useQuery(trpc.organizations.get.queryOptions({ organizationId }));
  const { data } = settings;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <>
            {t("description", { name })} {!manages && t("onlyManagers")}
          </>
        }
      />
      {settings.isPending && <TextSkeleton label={t("loading")} lines={8} />}
      {settings.isLoadingError && (
        <ErrorNotice error={settings.error} title={t("notLoaded")} onRetry={() => void settings.refetch()} />
      )}
      {data && (
        <>
          {data.suspension !== null && <SuspensionNotice {...data.suspension} />}
          {manages && <NameForm key={data.name} settings={data} />}
          <ApiAccess settings={data} manages={manages} />
          <LeakPolicy key={`leaks ${data.leakPolicy}`} settings={data} manages={manages} />
          <KeyRules settings={data} manages={manages} />
          <PlanFacts settings={data} />
        </>
      )}
    </>
  );
}
