import type { KeyView, Membership } from "../../lib/api-types.ts";
import { isManager } from "../../lib/roles.ts";

/** Why the signed-in member may not change this key; `null` when they may. The server decides again. */
export function whyNotManaged(
  { role, memberId }: Pick<Membership, "role" | "memberId">,
  key: Pick<KeyView, "responsibleMemberId">,
): string | null {
  if (isManager(role)) return null;
  if (role === "viewer") return "Viewers can look at keys but not change them. Ask an owner or an admin.";
  if (key.responsibleMemberId === memberId) return null;
  return "Only owners, admins and the member responsible for this key can change it.";
}

/** Why the signed-in member may not issue keys; `null` when they may. */
export function whyNotIssuing({ role }: Pick<Membership, "role">): string | null {
  return role === "viewer" ? "Viewers cannot issue keys. Ask an owner or an admin." : null;
}

/** Why nothing about this key can change any more; `null` while it can. */
export function whyEnded({ status }: Pick<KeyView, "status">): string | null {
  if (status === "revoked") return "This key was revoked, and a revoked key stays revoked.";
  if (status === "expired") return "This key has expired. Issue a new one instead.";
  return null;
}
