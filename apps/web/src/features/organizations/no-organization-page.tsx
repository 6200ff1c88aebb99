import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBuilding } from "@tabler/icons-react";
import { useMe } from "../../lib/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreateOrganizationDialog } from "./create-organization-dialog.tsx";

/** For those who are signed in and a member of nothing. */
export function NoOrganizationPage() {
  const { user } = useMe();
  const [creating, { open, close }] = useDisclosure();
  return (
    <>
      <PageHeader title="Welcome to Katkey" />
      <EmptyState
        icon={<IconBuilding size={22} />}
        title="You are not a member of an organization"
        action={user.operator && <Button onClick={open}>New organization</Button>}
      >
        {user.operator
          ? "API keys belong to organizations. Make the first one, or ask an owner of an existing one to invite you."
          : `API keys belong to organizations. Ask an owner or admin of yours to invite ${user.email}: they get a link to hand to you.`}
      </EmptyState>
      <CreateOrganizationDialog opened={creating} onClose={close} />
    </>
  );
}
