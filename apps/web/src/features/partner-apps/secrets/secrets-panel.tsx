import { Button, Group, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { PartnerApp } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { DataTable, type Column } from "../../../ui/data-table.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import type { AppDialog } from "../partner-app-search.ts";
import { retiringSecretOf } from "./retiring-secret.ts";

type Secret = PartnerApp["secrets"][number];

interface SecretsPanelProps {
  readonly app: PartnerApp;
  readonly onOpen: (dialog: AppDialog) => void;
}

/** What a confidential app identifies itself with: the current secret, and the one it replaced last. */
export function SecretsPanel({ app, onOpen }: SecretsPanelProps) {
  const { t } = useTranslation("partnerApps");
  return (
    <Panel
      title={t("secrets.title")}
      description={t(app.publicKeys.length === 0 ? "secrets.description" : "secrets.idle")}
      actions={
        <Group gap="xs">
          {retiringSecretOf(app) !== null && (
            <Button variant="default" onClick={() => onOpen("end_overlap")}>
              {t("endOverlap.open")}
            </Button>
          )}
          <Button variant="default" onClick={() => onOpen("rotate")}>
            {t("rotate.open")}
          </Button>
        </Group>
      }
    >
      <DataTable
        label={t("secrets.title")}
        columns={secretColumns()}
        rows={app.secrets}
        rowKey={({ id }) => id}
      />
    </Panel>
  );
}

const tones = {
  current: "positive",
  retiring: "attention",
  retired: "neutral",
} as const satisfies Record<Secret["state"], string>;

function secretColumns(): readonly Column<Secret>[] {
  const t = wordsOf("partnerApps");
  return [
    {
      key: "secret",
      header: t("secrets.secret"),
      place: "title",
      cell: ({ maskedSecret }) => <Mono>{maskedSecret}</Mono>,
    },
    {
      key: "state",
      header: t("columns.status"),
      width: "36%",
      cell: (secret) => <State secret={secret} />,
    },
    {
      key: "created",
      header: t("secrets.created"),
      width: "24%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}

function State({ secret: { state, retiresAt } }: { readonly secret: Secret }) {
  const { t } = useTranslation("partnerApps");
  return (
    <>
      <StatusBadge tone={tones[state]}>{t(`secrets.states.${state}`)}</StatusBadge>
      {retiresAt !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          <Trans
            t={t}
            i18nKey={state === "retiring" ? "secrets.refusedFrom" : "secrets.refusedSince"}
            components={{ time: <RelativeTime at={retiresAt} /> }}
          />
        </Text>
      )}
    </>
  );
}
