import { useParams } from "@tanstack/react-router";
import { lastOrganization } from "../../lib/organization/last-organization.ts";
import { useMe } from "../../lib/sign-in/session.ts";

/** Who is there, and the organization whose page is open, or was last. */
export function usePlace() {
  const me = useMe();
  const { organizationId } = useParams({ strict: false });
  const open = me.organizations.find(({ id }) => id === organizationId);
  return { me, organization: open ?? lastOrganization(me) };
}
