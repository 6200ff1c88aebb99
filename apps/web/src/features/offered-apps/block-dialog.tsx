import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfferedApp } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import { useOfferedAppsChanged } from "./use-offered-apps-changed.ts";

interface BlockDialogProps {
  readonly app: OfferedApp;
  readonly onClose: () => void;
}

/** Stops an app everywhere, at its owner's too; or, one that is blocked, lets it work again. */
export function BlockDialog({ app: { id, name, organization, blockedAt }, onClose }: BlockDialogProps) {
  const { t } = useTranslation("offeredApps");
  const trpc = useTRPC();
  const verb = blockedAt === null ? "block" : "unblock";
  const change = useDecision(
    trpc.instance.appApprovals[verb].mutationOptions({ onSettled: useOfferedAppsChanged() }),
    { done: t(`${verb}.done`, { name }), onClose },
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`${verb}.title`, { name })}
      action={t(`${verb}.open`)}
      onConfirm={() => change.mutate({ organizationId: organization.id, appId: id })}
      danger={verb === "block"}
      pending={change.isPending}
      error={change.error}
    >
      <Text>{t(`${verb}.means`)}</Text>
    </ConfirmDialog>
  );
}
