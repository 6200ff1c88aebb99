import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfferedApp } from "../../lib/api-types.ts";
import { wordsOf } from "../../lib/i18n.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { NamedLogo } from "../../ui/named-logo.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { hostsOf } from "./hosts-of.ts";

export function offeredAppColumns(onDecide: (app: OfferedApp) => void): readonly Column<OfferedApp>[] {
  const [t, app] = [wordsOf("offeredApps"), wordsOf("app")];
  return [
    {
      key: "app",
      header: t("columns.app"),
      place: "title",
      cell: ({ name, logo, type }) => (
        <NamedLogo image={logo} name={name} aside={t(`types.${type}`)}>
          <bdi>{name}</bdi>
        </NamedLogo>
      ),
    },
    {
      key: "owner",
      header: t("columns.owner"),
      width: "22%",
      cell: ({ organization: { id, name } }) => (
        <TextLink to="/instance/$organizationId" params={{ organizationId: id }}>
          <bdi>{name}</bdi>
        </TextLink>
      ),
    },
    {
      key: "hosts",
      header: t("columns.hosts"),
      width: "26%",
      cell: ({ redirectUris }) => <Mono>{hostsOf(redirectUris).join(" ")}</Mono>,
    },
    {
      key: "registered",
      header: t("columns.registered"),
      width: "14%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: "actions",
      header: app("actions"),
      width: "120px",
      place: "actions",
      cell: (offered) => <DecideButton app={offered} onDecide={onDecide} />,
    },
  ];
}

interface DecideButtonProps {
  readonly app: OfferedApp;
  readonly onDecide: (app: OfferedApp) => void;
}

function DecideButton({ app, onDecide }: DecideButtonProps) {
  const { t } = useTranslation("offeredApps");
  const { name, approval } = app;
  const verb = approval === "requested" ? "decide" : "change";
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => onDecide(app)}
      aria-label={t(`${verb}.openWhat`, { name })}
    >
      {t(`${verb}.open`)}
    </Button>
  );
}
