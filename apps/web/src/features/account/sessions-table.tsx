import { Group, Text } from "@mantine/core";
import type { SessionView } from "../../lib/api-types.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { deviceOf } from "./device.ts";
import { EndSessionButton } from "./end-session-button.tsx";

const columns: readonly Column<SessionView>[] = [
  {
    key: "device",
    header: "Device",
    place: "title",
    cell: ({ userAgent, current }) => (
      <Group gap={8}>
        <Text component="span" fw={550} title={userAgent ?? undefined}>
          {deviceOf(userAgent)}
        </Text>
        {current && <StatusBadge tone="positive">This session</StatusBadge>}
      </Group>
    ),
  },
  {
    key: "address",
    header: "Address",
    width: "180px",
    cell: ({ address }) => (address === null || address === "" ? "–" : <Mono>{address}</Mono>),
  },
  {
    key: "since",
    header: "Signed in",
    width: "150px",
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
  { key: "ends", header: "Ends", width: "130px", cell: ({ expiresAt }) => <RelativeTime at={expiresAt} /> },
  {
    key: "actions",
    header: "Actions",
    width: "120px",
    place: "actions",
    cell: (session) => !session.current && <EndSessionButton session={session} />,
  },
];

export function SessionsTable({ sessions }: { readonly sessions: readonly SessionView[] }) {
  return <DataTable label="Sessions" columns={columns} rows={sessions} rowKey={({ id }) => id} />;
}
