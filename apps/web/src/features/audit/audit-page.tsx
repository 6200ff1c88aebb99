import type { OrganizationId } from "../../lib/api-types.ts";

export function AuditPage(_: { readonly organizationId: OrganizationId }) {
  return null;
}
