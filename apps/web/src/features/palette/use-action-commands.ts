import { IconBook2, IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import type { Command } from "./command.ts";

/** What is begun from anywhere. */
export function useActionCommands(organization: Membership | null): readonly Command[] {
  const { t } = useTranslation("palette");
  const { t: app } = useTranslation();
  const navigate = useNavigate();
  const read: Command = {
    id: "action:documentation",
    group: "actions",
    label: app("documentation"),
    detail: app("documentationLanguage") || undefined,
    keywords: t("keywords.documentation"),
    icon: IconBook2,
    run: () => void window.open(documentation.start, "_blank", "noopener"),
  };
  if (organization === null || organization.role === "viewer") return [read];
  const params = { organizationId: organization.id };
  const issue: Command = {
    id: "action:issue",
    group: "actions",
    label: t("issue"),
    keywords: t("keywords.issue"),
    icon: IconPlus,
    run: () => void navigate({ to: "/o/$organizationId/settings/keys", params, search: { open: "issue" } }),
  };
  return [issue, read];
}
