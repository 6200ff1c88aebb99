import { useState } from "react";
import type { AuditEntry, OrganizationId } from "../../lib/api-types.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { auditColumns } from "./audit-columns.tsx";
import { EntryDetails } from "./entry-details.tsx";

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
  return (
    <DataTable
      label="Audit log, newest first"
      columns={auditColumns({ organizationId, open, onToggle: toggle })}
      rows={entries}
      rowKey={({ seq }) => seq}
      details={detailsOf(open)}
      stale={stale}
    />
  );
}

function detailsOf(open: ReadonlySet<number>) {
  return (entry: AuditEntry) => (open.has(entry.seq) ? <EntryDetails entry={entry} /> : null);
}
