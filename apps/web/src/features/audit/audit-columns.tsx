import { ActionIcon, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { AuditEntry, OrganizationId } from "../../lib/api-types.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { AuditObject } from "./audit-object.tsx";
import { sentenceOf } from "./sentence.ts";

interface AuditColumnsOptions {
  readonly organizationId: OrganizationId;
  readonly open: ReadonlySet<number>;
  readonly onToggle: (seq: number) => void;
}

export function auditColumns({
  organizationId,
  open,
  onToggle,
}: AuditColumnsOptions): readonly Column<AuditEntry>[] {
  return [
    {
      key: "what",
      header: "Who and what",
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
      width: "22%",
      cell: ({ object }) => <AuditObject organizationId={organizationId} object={object} />,
    },
    {
      key: "address",
      header: "From",
      width: "150px",
      cell: ({ address }) => (address === null ? "–" : <Mono>{address}</Mono>),
    },
    { key: "when", header: "When", width: "140px", cell: ({ at }) => <RelativeTime at={at} /> },
    {
      key: "details",
      header: "Details",
      width: "56px",
      place: "corner",
      cell: ({ seq }) => <Toggle seq={seq} open={open.has(seq)} onToggle={() => onToggle(seq)} />,
    },
  ];
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
