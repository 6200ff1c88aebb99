import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MembersTable } from "./members-table.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

export function MembersPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("members");
  const trpc = useTRPC();
  const membership = useMembership(organizationId);
  const manages = isManager(membership.role);
  const members = useQuery(trpc.members.list.queryOptions({ organizationId }));
  const [inviting, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { organization: membership.name })}
        actions={
          manages && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={open}>
              {t("invite")}
            </Button>
          )
        }
      />
      {members.isPending && <TableSkeleton label={t("loading")} rows={4} />}
      {members.isLoadingError && (
        <ErrorNotice error={members.error} title={t("notLoaded")} onRetry={() => void members.refetch()} />
      )}
      {members.data && <MembersTable membership={membership} members={members.data} />}
      {manages && <OpenInvitations organizationId={organizationId} />}
      <InviteDialog
        opened={inviting}
        onClose={close}
        membership={membership}
        memberEmails={members.data?.map(({ email }) => email) ?? []}
      />
    </>
  );
}
