import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { TextLink } from "../../../ui/text-link.tsx";
import { auditSearchOf } from "../audit-search.ts";
import { ChainState } from "./chain-state.tsx";
import { useChainCheck } from "./use-chain-check.ts";

/** The check of an organization's log. */
export function ChainPanel({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("audit");
  const check = useChainCheck(organizationId);
  const look = (entry: number) => (
    <TextLink
      to="/o/$organizationId/settings/audit"
      params={{ organizationId }}
      search={auditSearchOf({ entry })}
    >
      {t("chain.look", { seq: entry })}
    </TextLink>
  );
  return <ChainState check={check} look={look} />;
}
