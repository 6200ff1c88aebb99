import { IconApps } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link-button.tsx";

/** What a connected app is, and how one gets here. */
export function NoConnectedApps({ membership: { id, role } }: { readonly membership: Membership }) {
  const { t } = useTranslation("connectedApps");
  const manages = isManager(role);
  return (
    <EmptyState
      icon={<IconApps size={22} />}
      title={t("none.title")}
      action={
        manages && (
          <LinkButton
            variant="default"
            to="/o/$organizationId/settings/partner-apps"
            params={{ organizationId: id }}
          >
            {t("none.action")}
          </LinkButton>
        )
      }
    >
      {t(manages ? "none.text" : "none.textOfMembers")}
    </EmptyState>
  );
}
