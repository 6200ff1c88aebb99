import type { KeyView, OrganizationId } from "../../lib/api-types.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { KeyNameCell } from "./key-name-cell.tsx";
import { KeyStatusCell } from "./key-status-cell.tsx";
import { Lifted } from "./lifted.tsx";
import { ScopeSummary } from "./scope-summary.tsx";

interface KeyTableProps {
  readonly organizationId: OrganizationId;
  readonly keys: readonly KeyView[];
  readonly stale: boolean;
}

const otherColumns: readonly Column<KeyView>[] = [
  {
    key: "scopes",
    header: "Scopes",
    width: "23%",
    cell: (key) => <ScopeSummary apiKey={key} />,
  },
  {
    key: "created",
    header: "Created",
    width: "14%",
    cell: ({ createdAt }) => (
      <Lifted>
        <RelativeTime at={createdAt} />
      </Lifted>
    ),
  },
  {
    key: "lastUsed",
    header: "Last used",
    width: "14%",
    cell: ({ lastUse }) =>
      lastUse === null ? (
        <Lifted dimmed>Never used</Lifted>
      ) : (
        <Lifted>
          <RelativeTime at={lastUse.at} />
        </Lifted>
      ),
  },
  { key: "status", header: "Status", width: "16%", cell: (key) => <KeyStatusCell apiKey={key} /> },
];

/** The keys, each row as a whole a link to its page. */
export function KeyTable({ organizationId, keys, stale }: KeyTableProps) {
  return (
    <DataTable
      label="API keys"
      columns={columnsFor(organizationId)}
      rows={keys}
      rowKey={({ id }) => id}
      stale={stale}
    />
  );
}

function columnsFor(organizationId: OrganizationId): readonly Column<KeyView>[] {
  const name: Column<KeyView> = {
    key: "name",
    header: "Name",
    place: "title",
    cell: (key) => <KeyNameCell organizationId={organizationId} apiKey={key} />,
  };
  return [name, ...otherColumns];
}
