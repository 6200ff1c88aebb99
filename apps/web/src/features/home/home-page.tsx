import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { HomeFound } from "./home-found.tsx";
import { HomeSkeleton } from "./home-skeleton.tsx";
import { StoppedNotice } from "./stopped-notice.tsx";
import { useHome } from "./use-home.ts";

/** What one sees after signing in: what the keys do, and what needs somebody. */
export function HomePage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("home");
  const membership = useMembership(organizationId);
  const { shown, error, retry } = useHome(organizationId);
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { name: membership.name })} />
      {error !== null && <ErrorNotice error={error} title={t("notLoaded")} onRetry={retry} />}
      {!shown && error === null && <HomeSkeleton label={t("loading")} />}
      {shown && (
        <>
          <StoppedNotice organization={shown.organization} />
          {shown.wasUsed ? (
            <HomeFound membership={membership} home={shown} />
          ) : (
            <FirstSteps membership={membership} home={shown} />
          )}
        </>
      )}
    </>
  );
}
