import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { DataTable, type Column } from "../../../ui/data-table.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { AppDialog } from "../partner-app-search.ts";

type Key = PartnerApp["publicKeys"][number];

interface KeysPanelProps {
  readonly app: PartnerApp;
  readonly onOpen: (dialog: AppDialog) => void;
}

/** The public keys by which an app proves itself instead of by a secret. */
export function KeysPanel({ app, onOpen }: KeysPanelProps) {
  const { t } = useTranslation("partnerApps");
  return (
    <Panel
      title={t("keys.title")}
      description={t("keys.description")}
      actions={
        app.secrets.length === 0 && (
          <Button variant="default" onClick={() => onOpen("make_secret")}>
            {t("makeSecret.open")}
          </Button>
        )
      }
    >
      <DataTable
        label={t("keys.title")}
        columns={keyColumns()}
        rows={app.publicKeys}
        rowKey={({ thumbprint }) => thumbprint}
      />
    </Panel>
  );
}

function keyColumns(): readonly Column<Key>[] {
  const t = wordsOf("partnerApps");
  return [
    {
      key: "id",
      header: t("keys.id"),
      place: "title",
      cell: ({ kid }) => (kid === undefined ? t("keys.noId") : <Mono>{kid}</Mono>),
    },
    {
      key: "kind",
      header: t("keys.kind"),
      width: "18%",
      cell: ({ kty, crv, alg }) => [kty, crv, alg].filter(Boolean).join(" · "),
    },
    {
      key: "thumbprint",
      header: t("keys.thumbprint"),
      width: "52%",
      cell: ({ thumbprint }) => <Mono>{thumbprint}</Mono>,
    },
  ];
}
