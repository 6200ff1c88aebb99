import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectedApp, GrantId, Membership } from "../../lib/api/api-types.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ConnectedAppDetails } from "./connected-app-details.tsx";
import { connectedAppColumns } from "./connected-app-columns.tsx";
import { DisconnectDialog } from "./disconnect-dialog.tsx";

interface ConnectedAppListProps {
  readonly membership: Membership;
  readonly rows: readonly ConnectedApp[];
  /** Whose details are shown. */
  readonly opened: GrantId | null;
  readonly onOpen: (grant: GrantId | null) => void;
}

export function ConnectedAppList({ membership, rows, opened, onOpen }: ConnectedAppListProps) {
  const { t } = useTranslation("connectedApps");
  const detailsOf = (row: ConnectedApp) =>
    row.id === opened ? <ConnectedAppDetails connectedApp={row} /> : null;
  const [disconnecting, setDisconnecting] = useState<ConnectedApp | null>(null);
  return (
    <>
      <DataTable
        label={t("title")}
        columns={connectedAppColumns({ membership, opened, onOpen, onDisconnect: setDisconnecting })}
        rows={rows}
        rowKey={({ id }) => id}
        details={detailsOf}
      />
      {disconnecting && (
        <DisconnectDialog
          membership={membership}
          connectedApp={disconnecting}
          others={rows.filter((row) => isOtherOf(disconnecting, row))}
          onClose={() => setDisconnecting(null)}
        />
      )}
    </>
  );
}

/** The same app's, by another member's leave. */
function isOtherOf({ id, app }: ConnectedApp, other: ConnectedApp): boolean {
  return other.id !== id && other.app.id === app.id && other.status !== "ended";
}
