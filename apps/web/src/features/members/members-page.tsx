import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import type { OrganizationId } from "../../lib/api-types.ts";
import { isManager } from "../../lib/roles.ts";
import { useMembership } from "../../lib/session.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MembersTable } from "./members-table.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

export function MembersPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const trpc = useTRPC();
  const membership = useMembership(organizationId);
  const manages = isManager(membership.role);
  const members = useQuery(trpc.members.list.queryOptions({ organizationId }));
  const [inviting, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader
        title="Members"
        description={`Who works with the keys of ${membership.name}. A key never may do more than the member who is responsible for it.`}
        actions={
          manages && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={open}>
              Invite member
            </Button>
          )
        }
      />
      {members.isPending && <TableSkeleton label="Loading the members" rows={4} />}
      {members.isLoadingError && (
        <ErrorNotice
          error={members.error}
          title="The members could not be loaded"
          onRetry={() => void members.refetch()}
        />
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
