import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfferedApp } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { NamedLogo } from "../../ui/named-logo.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { hostsOf } from "./hosts-of.ts";

interface Deciding {
  readonly onDecide: (app: OfferedApp) => void;
  readonly onBlock: (app: OfferedApp) => void;
}

export function offeredAppColumns(deciding: Deciding): readonly Column<OfferedApp>[] {
  const [t, app] = [wordsOf("offeredApps"), wordsOf("app")];
  return [
    {
      key: "app",
      header: t("columns.app"),
      place: "title",
      cell: ({ name, logo, type, blockedAt }) => (
        <NamedLogo image={logo} name={name} aside={t(`types.${type}`)}>
          <bdi>{name}</bdi> {blockedAt !== null && <StatusBadge tone="negative">{t("blocked")}</StatusBadge>}
        </NamedLogo>
      ),
    },
    {
      key: "owner",
      header: t("columns.owner"),
      width: "17%",
      cell: ({ organization: { id, name } }) => (
        <TextLink to="/instance/$organizationId" params={{ organizationId: id }}>
          <bdi>{name}</bdi>
        </TextLink>
      ),
    },
    {
      key: "hosts",
      header: t("columns.hosts"),
      width: "21%",
      cell: ({ redirectUris }) => <Mono>{hostsOf(redirectUris).join(" ")}</Mono>,
    },
    {
      key: "registered",
      header: t("columns.registered"),
      width: "12%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: "actions",
      header: app("actions"),
      width: "210px",
      place: "actions",
      cell: (offered) => <Actions app={offered} {...deciding} />,
    },
  ];
}

interface ActionsProps extends Deciding {
  readonly app: OfferedApp;
}

function Actions({ app, onDecide, onBlock }: ActionsProps) {
  const { t } = useTranslation("offeredApps");
  const { name, approval, blockedAt } = app;
  const decide = approval === "requested" ? "decide" : "change";
  const block = blockedAt === null ? "block" : "unblock";
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {approval !== "own" && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onDecide(app)}
          aria-label={t(`${decide}.openWhat`, { name })}
        >
          {t(`${decide}.open`)}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        onClick={() => onBlock(app)}
        aria-label={t(`${block}.openWhat`, { name })}
      >
        {t(`${block}.open`)}
      </Button>
    </Group>
  );
}
