import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Invitation, OrganizationId } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { roleName } from "../../lib/organization/roles.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

export function OpenInvitations({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("members");
  const trpc = useTRPC();
  const invitations = useQuery(trpc.invitations.list.queryOptions({ organizationId }));
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  return (
    <Panel title={t("invitations.title")} description={t("invitations.description")}>
      {invitations.isPending && <TableSkeleton label={t("invitations.loading")} rows={2} />}
      {invitations.isLoadingError && (
        <ErrorNotice
          error={invitations.error}
          title={t("invitations.notLoaded")}
          onRetry={() => void invitations.refetch()}
        />
      )}
      {invitations.data?.length === 0 && <Text c="dimmed">{t("invitations.none")}</Text>}
      {invitations.data !== undefined && invitations.data.length > 0 && (
        <DataTable
          label={t("invitations.title")}
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
  const [t, app] = [wordsOf("members"), wordsOf("app")];
  return [
    {
      key: "email",
      header: t("invitations.for"),
      place: "title",
      cell: ({ email }) => (
        <Text component="span" fw={550}>
          {email}
        </Text>
      ),
    },
    { key: "role", header: t("role"), width: "110px", cell: ({ role }) => roleName(role) },
    { key: "by", header: t("invitations.by"), cell: ({ invitedBy }) => invitedBy },
    {
      key: "expires",
      header: t("invitations.ends"),
      width: "150px",
      cell: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
    },
    {
      key: "actions",
      header: app("actions"),
      width: "120px",
      place: "actions",
      cell: (invitation) => (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => onWithdraw(invitation)}
          aria-label={t("invitations.withdrawOf", { email: invitation.email })}
        >
          {t("invitations.withdraw")}
        </Button>
      ),
    },
  ];
}
