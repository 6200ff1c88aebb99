import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { wordsOf } from "../../lib/language/i18n.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { retiringSecretOf } from "./retiring-secret.ts";
import { RowMenu } from "./row-menu.tsx";
import type { ServiceToken, ServiceTokenStatus } from "./service-token-types.ts";

/** What is about to be done, and to which. */
export interface Decision {
  readonly what: "rotate" | "endOverlap" | "revoke";
  readonly serviceToken: ServiceToken;
}

const tones = {
  active: "positive",
  rotating: "attention",
  expired: "neutral",
  revoked: "negative",
} as const satisfies Record<ServiceTokenStatus, string>;

export function serviceTokenColumns(onDecide: (decision: Decision) => void): readonly Column<ServiceToken>[] {
  const t = wordsOf("serviceTokens");
  return [
    {
      key: "name",
      header: t("columns.name"),
      place: "title",
      cell: (serviceToken) => <Named serviceToken={serviceToken} />,
    },
    {
      key: "status",
      header: t("columns.status"),
      width: "15%",
      cell: (serviceToken) => <Status serviceToken={serviceToken} />,
    },
    {
      key: "coverage",
      header: t("columns.coverage"),
      width: "16%",
      cell: ({ organizations }) => <Coverage organizations={organizations} />,
    },
    {
      key: "lastUsed",
      header: t("lastUse.at"),
      width: "14%",
      cell: ({ lastUse }) => (lastUse === null ? t("lastUse.never") : <RelativeTime at={lastUse.at} />),
    },
    {
      key: "expiry",
      header: t("columns.expiry"),
      width: "13%",
      cell: ({ expiresAt }) => (expiresAt === null ? t("never") : <RelativeTime at={expiresAt} />),
    },
    {
      key: "created",
      header: t("columns.created"),
      width: "13%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: "actions",
      header: t("columns.actions"),
      width: "56px",
      place: "corner",
      cell: (serviceToken) => (
        <RowMenu serviceToken={serviceToken} onDecide={(what) => onDecide({ what, serviceToken })} />
      ),
    },
  ];
}

function Named({ serviceToken: { name, secrets } }: { readonly serviceToken: ServiceToken }) {
  return (
    <>
      <Text fw={550} component="bdi" display="block">
        {name}
      </Text>
      <Mono>{secrets[0]?.maskedToken}</Mono>
    </>
  );
}

/** While a rotation overlaps, also until when the old token works. */
function Status({ serviceToken }: { readonly serviceToken: ServiceToken }) {
  const { t } = useTranslation("serviceTokens");
  const { status } = serviceToken;
  const retiresAt = retiringSecretOf(serviceToken)?.retiresAt ?? null;
  return (
    <>
      <StatusBadge tone={tones[status]}>{t(`statuses.${status}`)}</StatusBadge>
      {retiresAt !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          <Trans t={t} i18nKey="oldEnds" components={{ time: <RelativeTime at={retiresAt} /> }} />
        </Text>
      )}
    </>
  );
}

const mostNamed = 3;

function Coverage({ organizations }: Pick<ServiceToken, "organizations">) {
  const t = wordsOf("serviceTokens");
  if (organizations === null) return t("coverage.all");
  const named = organizations.slice(0, mostNamed).map(({ name }) => name);
  const more = organizations.length - named.length;
  return (
    <span title={organizations.map(({ name }) => name).join(", ")}>
      <bdi>{named.join(", ")}</bdi> {more > 0 && t("coverage.more", { count: more })}
    </span>
  );
}
