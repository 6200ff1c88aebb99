import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { reasonOf } from "../../lib/api/refusal.ts";
import { useMe } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { Decisions } from "./decisions.tsx";
import { OrganizationFacts } from "./organization-facts.tsx";
import { OrganizationStatus } from "./organization-status.tsx";
import { UnknownOrganization } from "./unknown-organization.tsx";

/** One organization, as far as the operator decides about it. */
export function OperatedOrganizationPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const me = useMe();
  const survey = useQuery(trpc.instance.organization.queryOptions({ organizationId }));
  const { data } = survey;
  if (reasonOf(survey.error) === "organization_not_found") return <UnknownOrganization />;
  const isMember = me.organizations.some(({ id }) => id === organizationId);
  return (
    <>
      <PageHeader
        back={<BackLink to="/instance">{t("back")}</BackLink>}
        title={data?.name ?? t("organizations")}
        aside={data && <OrganizationStatus organization={data} />}
        actions={
          isMember && (
            <LinkButton
              variant="default"
              to="/o/$organizationId/settings/organization"
              params={{ organizationId }}
            >
              {t("open")}
            </LinkButton>
          )
        }
      />
      {survey.isPending && <TextSkeleton label={t("loading")} lines={8} />}
      {survey.isLoadingError && (
        <ErrorNotice error={survey.error} title={t("notLoaded")} onRetry={() => void survey.refetch()} />
      )}
      {data && (
        <>
          <OrganizationFacts organization={data} />
          <Decisions organization={data} />
        </>
      )}
    </>
  );
}
