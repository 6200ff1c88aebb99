import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { ShownOnceDialog } from "../../../ui/shown-once-dialog.tsx";
import type { AppDialogProps } from "../partner-app-types.ts";
import { retiringSecretOf } from "./retiring-secret.ts";
import { RotateForm } from "./rotate-form.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { usePartnerAppsChanged } from "../use-partner-apps-changed.ts";

/** Asks how long the old secret still works, then shows the new one, once. */
export function RotateDialog({ organizationId, app, onClose }: AppDialogProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  // The secret lives in this mutation's result and nowhere else: gone as soon as the dialog is.
  const rotate = useOnce(
    trpc.partnerApps.rotateSecret.mutationOptions({ gcTime: 0, onSettled: usePartnerAppsChanged() }),
  );
  // As it was when the dialog opened: somebody else's rotation in between must be noticed.
  const [before] = useState(app);
  const { id: appId, name, secrets } = before;
  const replaces = secrets[0]?.id ?? "";
  const secret = rotate.data?.secret;
  return (
    <ShownOnceDialog
      title={t(secret === undefined ? "rotate.title" : "rotate.done", { name })}
      pending={rotate.isPending}
      shown={secret && <SecretOnce app={before} secret={secret} onClose={onClose} />}
      onClose={onClose}
    >
      <RotateForm
        rotating={retiringSecretOf(before) !== null}
        pending={rotate.isPending}
        error={rotate.error}
        onSubmit={(overlapSeconds) => rotate.mutate({ organizationId, appId, overlapSeconds, replaces })}
        onCancel={onClose}
      />
    </ShownOnceDialog>
  );
}
