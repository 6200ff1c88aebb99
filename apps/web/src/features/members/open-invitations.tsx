import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Invitation, OrganizationId } from "../../lib/api-types.ts";
import { roleName } from "../../lib/roles.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

export function OpenInvitations({ organizationId }: { readonly organizationId: OrganizationId }) {
  const trpc = useTRPC();
  const invitations = useQuery(trpc.invitations.list.queryOptions({ organizationId }));
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  return (
    <Panel
      title="Open invitations"
      description="Links that were handed out and not used yet. Each works once, for 7 days."
    >
      {invitations.isPending && <TableSkeleton label="Loading the open invitations" rows={2} />}
      {invitations.isLoadingError && (
        <ErrorNotice
          error={invitations.error}
          title="The invitations could not be loaded"
          onRetry={() => void invitations.refetch()}
        />
      )}
      {invitations.data?.length === 0 && <Text c="dimmed">None: everybody who was invited has joined.</Text>}
      {invitations.data !== undefined && invitations.data.length > 0 && (
        <DataTable
          label="Open invitations"
          columns={columnsOf(setWithdrawing)}
          rows={invitations.data}
          rowKey={({ id }) => id}
        />
      )}
      {withdrawing !== null && (
        <WithdrawDialog
          organizationId={organizationId}
          invitation={withdrawing}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Panel>
  );
}

function columnsOf(onWithdraw: (invitation: Invitation) => void): readonly Column<Invitation>[] {
  return [
    {
      key: "email",
      header: "For",
      place: "title",
      cell: ({ email }) => (
        <Text component="span" fw={550}>
          {email}
        </Text>
      ),
    },
    { key: "role", header: "Role", width: "110px", cell: ({ role }) => roleName(role) },
    { key: "by", header: "Invited by", cell: ({ invitedBy }) => invitedBy },
    {
      key: "expires",
      header: "Ends",
      width: "150px",
      cell: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
    },
    {
      key: "actions",
      header: "Actions",
      width: "120px",
      place: "actions",
      cell: (invitation) => (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => onWithdraw(invitation)}
          aria-label={`Withdraw the invitation of ${invitation.email}`}
        >
          Withdraw
        </Button>
      ),
    },
  ];
}
