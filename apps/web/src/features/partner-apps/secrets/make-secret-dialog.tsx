import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { ShownOnceDialog } from "../../../ui/shown-once-dialog.tsx";
import type { AppDialogProps } from "../partner-app-types.ts";
import { SecretOnce } from "./secret-once.tsx";
import { usePartnerAppsChanged } from "../use-partner-apps-changed.ts";

/** Gives an app that began with keys its first secret, and shows it, once. */
export function MakeSecretDialog({ organizationId, app, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const { t: common } = useTranslation();
  const trpc = useTRPC();
  // The secret lives in this mutation's result and nowhere else: gone as soon as the dialog is.
  const make = useOnce(
    trpc.partnerApps.rotateSecret.mutationOptions({ gcTime: 0, onSettled: usePartnerAppsChanged() }),
  );
  const { id: appId, name } = app;
  const secret = make.data?.secret;
  return (
    <ShownOnceDialog
      title={t(secret === undefined ? "makeSecret.title" : "makeSecret.done", { name })}
      pending={make.isPending}
      shown={secret && <SecretOnce app={app} secret={secret} onClose={onClose} />}
      onClose={onClose}
    >
      <Stack gap="md">
        <Text>{t("makeSecret.means")}</Text>
        {make.error !== null && <ErrorNotice error={make.error} />}
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onClose} disabled={make.isPending}>
          {common("cancel")}
        </Button>
        <Button
          loading={make.isPending}
          onClick={() => make.mutate({ organizationId, appId, overlapSeconds: 0 })}
        >
          {t("makeSecret.action")}
        </Button>
      </DialogActions>
    </ShownOnceDialog>
  );
}
