import { Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ConnectedApp, Membership } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { useDecision } from "../../ui/use-decision.ts";

interface DisconnectDialogProps {
  readonly membership: Membership;
  readonly connectedApp: ConnectedApp;
  /** The same app's, by other members' leave. */
  readonly others: readonly ConnectedApp[];
  readonly onClose: () => void;
}

/** Ends an app's access to the organization, by this leave. */
export function DisconnectDialog(props: DisconnectDialogProps) {
  const { membership, connectedApp, others, onClose } = props;
  const { id, app, grantedBy, lastUse } = connectedApp;
  const { name } = app;
  const { t } = useTranslation("connectedApps");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.connectedApps.pathFilter()),
      queryClient.invalidateQueries(trpc.partnerApps.pathFilter()),
      queryClient.invalidateQueries(trpc.audit.pathFilter()),
    ]);
  const disconnect = useDecision(trpc.connectedApps.disconnect.mutationOptions({ onSettled }), {
    done: t("disconnect.done", { name }),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("disconnect.title", { name })}
      action={t("disconnect.action")}
      onConfirm={() => disconnect.mutate({ organizationId: membership.id, grantId: id })}
      danger
      pending={disconnect.isPending}
      error={disconnect.error}
    >
      <Text>{t("disconnect.means", { organization: membership.name })}</Text>
      {others.length > 0 && (
        <Notice tone="warning">
          {t("disconnect.others", { count: others.length, names: namesOf(others) })}
        </Notice>
      )}
      <Facts
        facts={[
          { label: t("columns.grantedBy"), value: grantedBy.name || grantedBy.email },
          {
            label: t("columns.lastUsed"),
            value: lastUse === null ? t("neverUsed") : <RelativeTime at={lastUse.at} />,
          },
        ]}
      />
    </ConfirmDialog>
  );
}

function namesOf(others: readonly ConnectedApp[]): string {
  return others.map(({ grantedBy: { name, email } }) => name || email).join(", ");
}
