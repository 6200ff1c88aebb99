import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ManagersOnly } from "./managers-only.tsx";
import { RunningMonth } from "./running-month.tsx";
import { Statements } from "./statements.tsx";

interface BillingPageProps {
  readonly organizationId: OrganizationId;
}

/** What the organization's live requests cost: this month, and in those that are over. */
export function BillingPage({ organizationId }: BillingPageProps) {
  const { t } = useTranslation("billing");
  const membership = useMembership(organizationId);
  if (!isManager(membership.role)) return <ManagersOnly organizationId={organizationId} />;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <>
            {t("description")} <NewTabLink href={documentation.usage}>{t("documentation")}</NewTabLink>
          </>
        }
      />
      <RunningMonth organizationId={organizationId} />
      <Statements organizationId={organizationId} />
    </>
  );
}
