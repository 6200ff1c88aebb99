import { IconBuilding } from "@tabler/icons-react";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/link-button.tsx";

export function UnknownOrganization() {
  return (
    <EmptyState
      icon={<IconBuilding size={22} />}
      headsPage
      title="There is nothing here for you"
      action={<LinkButton to="/">Go to the start page</LinkButton>}
    >
      The address is mistyped, or it leads into an organization that you are not a member of. If you should
      be, ask one of its owners for an invitation to the e-mail address that you are signed in with.
    </EmptyState>
  );
}
