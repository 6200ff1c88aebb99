import { ActionIcon, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { AuditEntry, OrganizationId } from "../../lib/api-types.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { AuditObject } from "./audit-object.tsx";
import { EntryDetails } from "./entry-details.tsx";
import { sentenceOf } from "./sentence.ts";

interface AuditTableProps {
  readonly organizationId: OrganizationId;
  readonly entries: readonly AuditEntry[];
  readonly stale: boolean;
}

export function AuditTable({ organizationId, entries, stale }: AuditTableProps) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (seq: number) => {
    const next = new Set(open);
    if (!next.delete(seq)) next.add(seq);
    setOpen(next);
  };
  const columns: readonly Column<AuditEntry>[] = [
    {
      key: "what",
      header: "What",
      place: "title",
      cell: (entry) => (
        <>
          <Text component="span" fw={550}>
            {whoOf(entry)}
          </Text>{" "}
          {sentenceOf(entry)}
        </>
      ),
    },
    {
      key: "object",
      header: "On",
      width: "24%",
      cell: ({ object }) => <AuditObject organizationId={organizationId} object={object} />,
    },
    {
      key: "address",
      header: "From",
      width: "150px",
      cell: ({ address }) => (address === null ? <Text c="dimmed">–</Text> : <Mono>{address}</Mono>),
    },
    { key: "when", header: "When", width: "140px", cell: ({ at }) => <RelativeTime at={at} /> },
    {
      key: "details",
      header: "Details",
      width: "56px",
      place: "actions",
      cell: ({ seq }) => <Toggle seq={seq} open={open.has(seq)} onToggle={() => toggle(seq)} />,
    },
  ];
  return (
    <DataTable
      label="Audit log, newest first"
      columns={columns}
      rows={entries}
      rowKey={({ seq }) => seq}
      details={(entry) => (open.has(entry.seq) ? <EntryDetails entry={entry} /> : null)}
      stale={stale}
    />
  );
}

function whoOf({ actor }: AuditEntry): string {
  if (actor.type === "system") return "Katkey";
  return actor.type === "key" ? `The key “${actor.label}”` : actor.label;
}

interface ToggleProps {
  readonly seq: number;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Toggle({ seq, open, onToggle }: ToggleProps) {
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <ActionIcon
      color="gray"
      size={28}
      onClick={onToggle}
      aria-expanded={open}
      aria-label={`Details of entry ${seq}`}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
