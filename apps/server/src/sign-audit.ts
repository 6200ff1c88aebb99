import type { AuditLog, TenancyStore } from "@katkey/keys";
import type { SignEvent } from "@katkey/identity";

/** Writes a sign-in or sign-out into the audit log of every organization that the user is in. */
export function auditSigns(
  { tenancy, audit }: { readonly tenancy: TenancyStore; readonly audit: AuditLog },
  action: "member.signed_in" | "member.signed_out",
) {
  return async ({ user, address, at }: SignEvent): Promise<void> => {
    for (const { organization, member } of await tenancy.listMemberships(user.id)) {
      await audit.append({
        organizationId: organization.id,
        at,
        actor: { type: "user", id: user.id, label: user.email },
        action,
        object: { type: "member", id: member.id, label: user.email },
        address,
        requestId: null,
        before: null,
        after: null,
      });
    }
  };
}
