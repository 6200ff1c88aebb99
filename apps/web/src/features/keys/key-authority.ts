import type { KeyView, Membership } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { isManager } from "../../lib/organization/roles.ts";

const t = wordsOf("keys");

/** Why the signed-in member may not change this key; `null` when they may. The server decides again. */
export function whyNotManaged(
  { role, memberId }: Pick<Membership, "role" | "memberId">,
  key: Pick<KeyView, "responsibleMemberId">,
): string | null {
  if (isManager(role)) return null;
  if (role === "viewer") return t("why.viewersLook");
  if (key.responsibleMemberId === memberId) return null;
  return t("why.onlyResponsible");
}

/** Why the signed-in member may not release what a report has put into quarantine; `null` when they may. */
export function whyNotReleasing(
  { role }: Pick<Membership, "role">,
  key: Pick<KeyView, "status">,
): string | null {
  return isManager(role) ? whyEnded(key) : t("exposure.onlyManagers");
}

/** Why the signed-in member may not issue keys; `null` when they may. */
export function whyNotIssuing({ role }: Pick<Membership, "role">): string | null {
  return role === "viewer" ? t("why.viewersIssue") : null;
}

/** Why nothing about this key can change any more; `null` while it can. */
export function whyEnded({ status }: Pick<KeyView, "status">): string | null {
  if (status === "revoked") return t("why.revoked");
  if (status === "expired") return t("why.expired");
  return null;
}
