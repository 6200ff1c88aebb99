import { IconFilter } from "@tabler/icons-react";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { environmentName } from "../../lib/keys/environments.ts";
import { rememberEnvironment, rememberedEnvironment } from "../../lib/keys/last-environment.ts";
import type { Command } from "./command.ts";

const choices = ["live", "test", undefined] as const;

/** Live, test or both: on the page that is open if it can show them apart, else in the list of keys. */
export function useEnvironmentCommands(organization: Membership | null): readonly Command[] {
  const { t } = useTranslation("palette");
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const remembered = rememberedEnvironment();
  if (organization === null) return [];
  const params = { organizationId: organization.id };
  return choices.map((environment) => ({
    id: `environment:${environment ?? "both"}`,
    group: "view",
    label: environment ? t("environment", { name: environmentName(environment) }) : t("bothEnvironments"),
    keywords: t("keywords.environment"),
    icon: IconFilter,
    current: environment === remembered,
    run: () => {
      rememberEnvironment(environment);
      // What else the page is asked for stays.
      const shows = pathname.endsWith("/usage") || pathname.endsWith("/settings/keys");
      if (shows) void navigate({ to: ".", search: (before) => ({ ...before, environment }), replace: true });
      else void navigate({ to: "/o/$organizationId/settings/keys", params, search: { environment } });
    },
  }));
}
