import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SessionView } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { deviceOf } from "./device.ts";
import { EndSessionButton } from "./end-session-button.tsx";

function columnsOf(): readonly Column<SessionView>[] {
  const [t, app] = [wordsOf("account"), wordsOf("app")];
  return [
    {
      key: "device",
      header: t("sessions.device"),
      place: "title",
      cell: ({ userAgent, current }) => (
        <Group gap={8}>
          <Text component="span" fw={550} title={userAgent ?? undefined}>
            {deviceOf(userAgent)}
          </Text>
          {current && <StatusBadge tone="positive">{t("sessions.current")}</StatusBadge>}
        </Group>
      ),
    },
    {
      key: "address",
      header: t("sessions.address"),
      width: "180px",
      cell: ({ address }) => (address === null || address === "" ? "–" : <Mono>{address}</Mono>),
    },
    {
      key: "since",
      header: t("sessions.since"),
      width: "150px",
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
    {
      key: "ends",
      header: t("sessions.ends"),
      width: "130px",
      cell: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
    },
    {
      key: "actions",
      header: app("actions"),
      width: "120px",
      place: "actions",
      cell: (session) => !session.current && <EndSessionButton session={session} />,
    },
  ];
}

export function SessionsTable({ sessions }: { readonly sessions: readonly SessionView[] }) {
  const { t } = useTranslation("account");
  return (
    <DataTable label={t("sessions.title")} columns={columnsOf()} rows={sessions} rowKey={({ id }) => id} />
  );
}
