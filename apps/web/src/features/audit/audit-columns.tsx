import { ActionIcon, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AuditEntry, OrganizationId } from "../../lib/api/api-types.ts";
import type { MemberNames } from "../../lib/audit/audit-changes.ts";
import { sentenceOf } from "../../lib/audit/audit-words.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { AuditObject } from "./entry/audit-object.tsx";

interface AuditColumnsOptions {
  /** `null`: the log is the installation's. */
  readonly organizationId: OrganizationId | null;
  readonly members: MemberNames;
  readonly open: ReadonlySet<number>;
  readonly onToggle: (seq: number) => void;
}

export function auditColumns({
  organizationId,
  members,
  open,
  onToggle,
}: AuditColumnsOptions): readonly Column<AuditEntry>[] {
  const t = wordsOf("audit");
  return [
    {
      key: "what",
      header: t("columns.what"),
      place: "title",
      cell: (entry) => <Told entry={entry} members={members} />,
    },
    {
      key: "object",
      header: t("columns.object"),
      width: "22%",
      cell: ({ object }) => <AuditObject organizationId={organizationId} object={object} />,
    },
    {
      key: "address",
      header: t("columns.address"),
      width: "150px",
      cell: ({ address }) => (address === null ? "–" : <Mono>{address}</Mono>),
    },
    { key: "when", header: t("columns.when"), width: "140px", cell: ({ at }) => <RelativeTime at={at} /> },
    {
      key: "details",
      header: t("columns.details"),
      width: "56px",
      place: "corner",
      cell: ({ seq }) => <Toggle seq={seq} open={open.has(seq)} onToggle={() => onToggle(seq)} />,
    },
  ];
}

interface ToldProps {
  readonly entry: AuditEntry;
  readonly members: MemberNames;
}

function Told({ entry, members }: ToldProps) {
  const { who, did } = sentenceOf(entry, members);
  return (
    <>
      <Text component="span" fw={550}>
        {who}
      </Text>{" "}
      {did}
    </>
  );
}

interface ToggleProps {
  readonly seq: number;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Toggle({ seq, open, onToggle }: ToggleProps) {
  const { t } = useTranslation("audit");
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <ActionIcon
      color="gray"
      size={28}
      onClick={onToggle}
      aria-expanded={open}
      aria-label={t("detailsOf", { seq })}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
