import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry, OrganizationId } from "../../lib/api/api-types.ts";
import { useMemberNames } from "../../lib/organization/use-member-names.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { auditColumns } from "./audit-columns.tsx";
import type { AuditSearch } from "./audit-search.ts";
import { EntryDetails } from "./entry/entry-details.tsx";

interface AuditTableProps {
  readonly organizationId: OrganizationId;
  readonly entries: readonly AuditEntry[];
  readonly stale: boolean;
  readonly search: AuditSearch;
}

export function AuditTable({ organizationId, entries, stale, search }: AuditTableProps) {
  const { t } = useTranslation("audit");
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () => new Set(search.entry === undefined ? [] : [search.entry]),
  );
  const toggle = (seq: number) => {
    const next = new Set(open);
    if (!next.delete(seq)) next.add(seq);
    setOpen(next);
  };
  const members = useMemberNames(organizationId);
  const detailsOf = (entry: AuditEntry) =>
    open.has(entry.seq) ? (
      <EntryDetails organizationId={organizationId} entry={entry} members={members} search={search} />
    ) : null;
  return (
    <DataTable
      label={t("table")}
      columns={auditColumns({ organizationId, members, open, onToggle: toggle })}
      rows={entries}
      rowKey={({ seq }) => seq}
      details={detailsOf}
      stale={stale}
    />
  );
}
