import { Button, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { ConnectedApp, GrantId, Membership } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { readOnlyScopes } from "../../lib/keys/scopes.ts";
import type { Column } from "../../ui/data-table.tsx";
import { NamedLogo } from "../../ui/named-logo.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { OpenRowButton } from "../../ui/open-row-button.tsx";

interface ConnectedAppColumnsOptions {
  readonly membership: Membership;
  readonly opened: GrantId | null;
  readonly onOpen: (grant: GrantId | null) => void;
  readonly onDisconnect: (connectedApp: ConnectedApp) => void;
}

const tones = {
  live: "positive",
  paused: "attention",
  ended: "neutral",
} as const satisfies Record<ConnectedApp["status"], string>;

export function connectedAppColumns(options: ConnectedAppColumnsOptions): readonly Column<ConnectedApp>[] {
  const { opened, onOpen } = options;
  const t = wordsOf("connectedApps");
  return [
    {
      key: "app",
      header: t("columns.app"),
      place: "title",
      cell: ({ id, app: { name, logo, owner } }) => (
        <NamedLogo image={logo} name={name} aside={t("by", { owner: owner.name })}>
          <OpenRowButton opened={id === opened} onToggle={(open) => onOpen(open ? id : null)}>
            {name}
          </OpenRowButton>
        </NamedLogo>
      ),
    },
    {
      key: "status",
      header: t("columns.status"),
      width: "15%",
      cell: (connectedApp) => <Status connectedApp={connectedApp} />,
    },
    {
      key: "scopes",
      header: t("columns.scopes"),
      width: "14%",
      cell: ({ scopes }) => <Reach scopes={scopes} />,
    },
    {
      key: "grantedBy",
      header: t("columns.grantedBy"),
      width: "12%",
      cell: ({ grantedBy: { name, email } }) => <bdi title={email}>{name || email}</bdi>,
    },
    {
      key: "connected",
      header: t("columns.connected"),
      width: "11%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: "lastUsed",
      header: t("columns.lastUsed"),
      width: "12%",
      cell: ({ lastUse }) => (lastUse === null ? t("neverUsed") : <RelativeTime at={lastUse.at} />),
    },
    actionsColumn(options),
  ];
}

function actionsColumn({ membership, onDisconnect }: ConnectedAppColumnsOptions): Column<ConnectedApp> {
  const [t, app] = [wordsOf("connectedApps"), wordsOf("app")];
  return {
    key: "actions",
    header: app("actions"),
    width: "120px",
    place: "actions",
    cell: (connectedApp) =>
      canDisconnect(membership, connectedApp) && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onDisconnect(connectedApp)}
          aria-label={t("disconnect.openWhat", { name: connectedApp.app.name })}
        >
          {t("disconnect.open")}
        </Button>
      ),
  };
}

function canDisconnect({ role, memberId }: Membership, { status, grantedBy }: ConnectedApp): boolean {
  return status !== "ended" && (isManager(role) || grantedBy.memberId === memberId);
}

/** In short: the details have each scope in words. */
function Reach({ scopes }: Pick<ConnectedApp, "scopes">) {
  const { t } = useTranslation("connectedApps");
  const { t: app } = useTranslation();
  const changesData = readOnlyScopes(scopes).length < scopes.length;
  return (
    <>
      <span title={scopes.join(", ")}>{t("scopeCount", { count: scopes.length })}</span>{" "}
      {changesData && (
        <StatusBadge tone="attention" dot={false}>
          {app("scopes.writes")}
        </StatusBadge>
      )}
    </>
  );
}

/** Once it has ended, also when. */
function Status({ connectedApp: { status, endedAt } }: { readonly connectedApp: ConnectedApp }) {
  const { t } = useTranslation("connectedApps");
  return (
    <>
      <StatusBadge tone={tones[status]}>{t(`statuses.${status}`)}</StatusBadge>
      {endedAt !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          <Trans t={t} i18nKey="endedAt" components={{ time: <RelativeTime at={endedAt} /> }} />
        </Text>
      )}
    </>
  );
}
