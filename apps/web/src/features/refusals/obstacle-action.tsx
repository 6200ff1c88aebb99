import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Obstacle } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { grantableScopes } from "../../lib/keys/scopes.ts";
import { useMe, useMembership } from "../../lib/sign-in/session.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { KeyLinkButton } from "./key-link-button.tsx";
import type { ObstacleProps } from "./obstacle-item.tsx";

/** The one thing that settles it, for whoever may do it; others are told who can. */
export function ObstacleAction(props: ObstacleProps): ReactNode {
  const { obstacle, explanation } = props;
  if (explanation.key === null && ofApps.has(obstacle.code)) return <Connect {...props} />;
  switch (obstacle.code) {
    case "app_disconnected":
      return <Connect {...props} />;
    case "key_revoked":
    case "key_expired":
      return <Issue {...props} />;
    case "secret_retired":
    case "secret_quarantined":
    case "browser_call_refused":
      return <Rotate {...props} />;
    case "ip_not_allowed":
      return <AddAddress {...props} />;
    case "insufficient_scope":
      return <Grant {...props} obstacle={obstacle} />;
    case "api_access_disabled":
      return <SwitchOn {...props} />;
    case "organization_suspended":
      return <Operate {...props} />;
    case "rate_limited":
      return <SeeUsage {...props} />;
  }
}

/** What is settled otherwise for an app than for a key. */
const ofApps: ReadonlySet<Obstacle["code"]> = new Set(["browser_call_refused", "insufficient_scope"]);

function Connect({ organizationId, explanation: { app }, first }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  const { role } = useMembership(organizationId);
  if (!isManager(role) || app === null) return <Who>{t("whoConnects")}</Who>;
  return (
    <LinkButton
      to="/o/$organizationId/apps"
      params={{ organizationId }}
      search={{ show: "all", grant: app.grantId }}
      variant={looksOf(first)}
    >
      {t("action.apps")}
    </LinkButton>
  );
}

const looksOf = (first: boolean) => (first ? "filled" : "default");

function Issue({ organizationId, first }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  const { role } = useMembership(organizationId);
  if (role === "viewer") return <Who>{t("whoIssues")}</Who>;
  return (
    <LinkButton
      to="/o/$organizationId/settings/keys"
      params={{ organizationId }}
      search={{ open: "issue" }}
      variant={looksOf(first)}
    >
      {t("action.issue")}
    </LinkButton>
  );
}

function Rotate({ organizationId, explanation: { key }, first }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  return (
    key && (
      <KeyLinkButton organizationId={organizationId} apiKey={key} variant={looksOf(first)} open="rotate">
        {t("action.rotate")}
      </KeyLinkButton>
    )
  );
}

function AddAddress({ organizationId, explanation: { key, refusal }, first }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  const { address } = refusal;
  return (
    key && (
      <KeyLinkButton
        organizationId={organizationId}
        apiKey={key}
        variant={looksOf(first)}
        open="edit"
        address={address}
      >
        {t("action.address", { address })}
      </KeyLinkButton>
    )
  );
}

interface GrantProps extends ObstacleProps {
  readonly obstacle: Extract<Obstacle, { readonly code: "insufficient_scope" }>;
}

function Grant({ organizationId, explanation: { key }, obstacle, first }: GrantProps) {
  const { t } = useTranslation("refusals");
  const { role } = useMembership(organizationId);
  const own = useOwnScopes();
  const { notGranted: scopes, notAllowed, notDeclared } = obstacle;
  if (key === null) return null;
  if (notDeclared.length > 0) return <Who>{t("whoDeclares")}</Who>;
  const isBeyond = scopes.some((scope) => !grantableScopes(role, own).includes(scope));
  if (!isManager(role) && (notAllowed.length > 0 || isBeyond)) return <Who>{t("whoManages")}</Who>;
  return (
    <KeyLinkButton
      organizationId={organizationId}
      apiKey={key}
      variant={looksOf(first)}
      open="edit"
      scopes={scopes}
    >
      {notAllowed.length > 0 ? t("action.handOver") : t("action.grant", { scopes: scopes.join(", ") })}
    </KeyLinkButton>
  );
}

function SwitchOn({ organizationId, first }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  const { role } = useMembership(organizationId);
  if (!isManager(role)) return <Who>{t("whoManages")}</Who>;
  return (
    <LinkButton
      to="/o/$organizationId/settings/organization"
      params={{ organizationId }}
      variant={looksOf(first)}
    >
      {t("action.access")}
    </LinkButton>
  );
}

function Operate({ organizationId, first }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  if (!useMe().user.operator) return null;
  return (
    <LinkButton to="/instance/$organizationId" params={{ organizationId }} variant={looksOf(first)}>
      {t("action.operate")}
    </LinkButton>
  );
}

function SeeUsage({ organizationId }: ObstacleProps) {
  const { t } = useTranslation("refusals");
  return (
    <LinkButton
      to="/o/$organizationId/usage"
      params={{ organizationId }}
      search={{ range: "24h", by: "key" }}
      variant="default"
    >
      {t("action.usage")}
    </LinkButton>
  );
}

function Who({ children }: { readonly children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
