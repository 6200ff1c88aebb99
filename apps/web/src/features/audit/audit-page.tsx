import { Select } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
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
  const membership = useMembership(organizationId);
  if (!isManager(membership.role)) return <ManagersOnly />;
  return (
    <>
      <PageHeader
        title="Audit log"
        aside={<ChainStatus organizationId={organizationId} />}
        description="Every change, who made it and from where. Entries form a hash chain: none can be edited or removed without being noticed."
        actions={
          <Select
            aria-label="Show one kind of change"
            placeholder="All changes"
            data={actionGroups}
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
  return (
    <>
      <PageHeader title="Audit log" />
      <EmptyState icon={<IconHistory size={22} />} title="For owners and admins">
        The audit log names people and addresses, so only owners and admins read it. Ask one of them when you
        need to know what happened to a key. The page of a key that you are responsible for shows its history.
      </EmptyState>
    </>
  );
}
