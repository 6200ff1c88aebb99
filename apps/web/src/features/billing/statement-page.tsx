import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { monthWords, type Month } from "../../lib/words/month-words.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { ManagersOnly } from "./managers-only.tsx";
import { StatementSheet } from "./statement-sheet.tsx";

interface StatementPageProps {
  readonly organizationId: OrganizationId;
  readonly month: Month;
}

/** The bill of one month that is over, to be read or printed. */
export function StatementPage({ organizationId, month }: StatementPageProps) {
  const membership = useMembership(organizationId);
  if (!isManager(membership.role)) return <ManagersOnly organizationId={organizationId} />;
  return <Found organizationId={organizationId} month={month} organization={membership.name} />;
}

function Found({
  organizationId,
  month,
  organization,
}: StatementPageProps & { readonly organization: string }) {
  const { t } = useTranslation("billing");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.billing.statement.queryOptions({ organizationId, month }));
  return (
    <>
      <PageHeader
        title={t("statement.title", { month: monthWords(month) })}
        back={
          <BackLink to="/o/$organizationId/billing" params={{ organizationId }}>
            {t("title")}
          </BackLink>
        }
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={data === undefined}
            onClick={() => window.print()}
          >
            {t("statement.print")}
          </Button>
        }
      />
      {data !== undefined && <StatementSheet statement={data} organization={organization} />}
      {data === undefined && error === null && <TextSkeleton label={t("statement.loading")} lines={8} />}
      {data === undefined && error !== null && (
        <ErrorNotice error={error} title={t("statement.notLoaded")} onRetry={() => void refetch()} />
      )}
    </>
  );
}
