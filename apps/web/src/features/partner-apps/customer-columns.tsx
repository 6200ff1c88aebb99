import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { AppCustomer } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import type { Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = {
  live: "positive",
  paused: "attention",
  ended: "neutral",
} as const satisfies Record<AppCustomer["status"], string>;

export function customerColumns(): readonly Column<AppCustomer>[] {
  const t = wordsOf("partnerApps");
  return [
    {
      key: "organization",
      header: t("customers.organization"),
      place: "title",
      cell: ({ organization: { name }, scopes }) => (
        <>
          <Text fw={550} component="bdi" display="block">
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {scopes.join(", ")}
          </Text>
        </>
      ),
    },
    {
      key: "status",
      header: t("columns.status"),
      width: "18%",
      cell: (customer) => <Status customer={customer} />,
    },
    {
      key: "requests",
      header: t("customers.requests"),
      width: "15%",
      cell: ({ requests }) => <Requests requests={requests} />,
    },
    {
      key: "lastUsed",
      header: t("customers.lastUsed"),
      width: "16%",
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t("customers.never") : <RelativeTime at={lastUsedAt} />,
    },
    {
      key: "connected",
      header: t("customers.connected"),
      width: "16%",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}

/** All of them, and how many of those were refused. */
function Requests({ requests: { served, refused, failed } }: Pick<AppCustomer, "requests">) {
  const { t } = useTranslation("partnerApps");
  return (
    <>
      {countWords(served + refused + failed)}
      {refused > 0 && (
        <Text size="xs" c="dimmed" mt={2}>
          {t("customers.refused", { count: refused })}
        </Text>
      )}
    </>
  );
}

/** Once it has ended, also when and why. */
function Status({ customer: { status, endedAt, endedBy } }: { readonly customer: AppCustomer }) {
  const { t } = useTranslation("partnerApps");
  return (
    <>
      <StatusBadge tone={tones[status]}>{t(`customers.statuses.${status}`)}</StatusBadge>
      {endedAt !== null && endedBy !== null && (
        <Text size="xs" c="dimmed" mt={2}>
          <Trans
            t={t}
            i18nKey={`customers.ends.${endedBy}`}
            components={{ time: <RelativeTime at={endedAt} /> }}
          />
        </Text>
      )}
    </>
  );
}
