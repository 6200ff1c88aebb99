import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId, Scope } from "../../lib/api/api-types.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { LinkButton } from "../../ui/link-button.tsx";

interface KeyLinkButtonProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly variant: "filled" | "default";
  /** What the key's page opens. */
  readonly open: "edit" | "rotate";
  /** What is then filled in. */
  readonly scopes?: readonly Scope[];
  readonly address?: string;
  readonly children: string;
}

/** Leads to what is to be done with a key, for those who may change it; others are told who can. */
export function KeyLinkButton({ organizationId, apiKey, variant, children, ...wanted }: KeyLinkButtonProps) {
  const { t } = useTranslation("refusals");
  const { role, memberId } = useMembership(organizationId);
  const { open, scopes, address } = wanted;
  if (!isManager(role) && (role === "viewer" || apiKey.responsibleMemberId !== memberId)) {
    return (
      <Text size="sm" c="dimmed">
        {t("whoCan")}
      </Text>
    );
  }
  return (
    <LinkButton
      to="/o/$organizationId/settings/keys/$keyId"
      params={{ organizationId, keyId: apiKey.id }}
      search={{ open, scopes, address }}
      variant={variant}
    >
      {children}
    </LinkButton>
  );
}
