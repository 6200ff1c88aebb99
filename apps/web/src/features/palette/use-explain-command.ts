import { IconHelpCircle } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { requestIdIn } from "../../lib/api/request-id.ts";
import type { Command } from "./command.ts";

/** For a request's id that was pasted: the page that says why the request was refused. */
export function useExplainCommand(organization: Membership | null, query: string): readonly Command[] {
  const { t } = useTranslation("palette");
  const navigate = useNavigate();
  const pasted = requestIdIn(query);
  if (organization === null || typeof pasted !== "object" || !looksMade(pasted.id)) return [];
  const { id: request } = pasted;
  const explain: Command = {
    id: "page:refusals",
    group: "actions",
    label: t("explain", { request }),
    icon: IconHelpCircle,
    run: () =>
      void navigate({
        to: "/o/$organizationId/refusals",
        params: { organizationId: organization.id },
        search: { request },
      }),
  };
  return [explain];
}

/** Any word could be a request's id. One that nobody types is longer than the id in a token, and has digits. */
function looksMade(id: string): boolean {
  return id.length > 16 && /\d/.test(id);
}
