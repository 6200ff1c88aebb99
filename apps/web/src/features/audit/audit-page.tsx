import { Select } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditAction, OrganizationId } from "../../lib/api-types.ts";
import { isManager } from "../../lib/roles.ts";
import { useMembership } from "../../lib/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { actionGroups, auditActionOf } from "./audit-actions.ts";
import { AuditList } from "./audit-list.tsx";
import { ChainStatus } from "./chain-status.tsx";

interface AuditPageProps {
  readonly organizationId: OrganizationId;
  readonly action: AuditAction | undefined;
  readonly onAction: (action: AuditAction | undefined) => void;
}

export function AuditPage({ organizationId, action, onAction }: AuditPageProps) {
  const { t } = useTranslation("audit");
  const membership = useMembership(organizationId);
  if (!isManager(membership.role)) return <ManagersOnly />;
  return (
    <>
      <PageHeader
        title={t("title")}
        aside={<ChainStatus organizationId={organizationId} />}
        description={t("description")}
        actions={
          <Select
            aria-label={t("filter")}
            placeholder={t("allChanges")}
            data={actionGroups()}
            value={action ?? null}
            onChange={(value) => onAction(auditActionOf(value))}
            clearable
            searchable
            w={220}
          />
        }
      />
      <AuditList organizationId={organizationId} action={action} onShowAll={() => onAction(undefined)} />
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
