import { IconBuildings } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Me, Membership } from "../../lib/api/api-types.ts";
import { roleName } from "../../lib/organization/roles.ts";
import type { Command } from "./command.ts";

/** The way into each of the organizations that somebody is a member of; none where there is no choice. */
export function useOrganizationCommands(me: Me, open: Membership | null): readonly Command[] {
  const { t } = useTranslation("palette");
  const navigate = useNavigate();
  if (me.organizations.length < 2) return [];
  return me.organizations.map(({ id, name, role }) => ({
    id: `organization:${id}`,
    group: "organizations",
    label: name,
    detail: roleName(role),
    keywords: t("keywords.switch"),
    icon: IconBuildings,
    current: id === open?.id,
    run: () => void navigate({ to: "/o/$organizationId", params: { organizationId: id } }),
  }));
}
