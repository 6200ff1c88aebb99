import type { OrganizationId } from "../../lib/api-types.ts";

export function MembersPage(_: { readonly organizationId: OrganizationId }) {
  return null;
}
