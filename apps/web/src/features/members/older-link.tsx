import { useTranslation } from "react-i18next";
import type { Invitation } from "../../lib/api/api-types.ts";
import { roleName } from "../../lib/organization/roles.ts";
import { dayOf } from "../../lib/words/time-words.ts";
import { Notice } from "../../ui/notice.tsx";

/** Two links for one person would both let them in, perhaps with different roles. */
export function OlderLink({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { t } = useTranslation("members");
  const [newest] = invitations;
  if (newest === undefined) return null;
  const { invitedBy, email, role, expiresAt } = newest;
  return (
    <Notice tone="warning" title={t("inviting.olderTitle")}>
      {t("inviting.older", { invitedBy, email, role: roleName(role), day: dayOf(expiresAt) })}
    </Notice>
  );
}
