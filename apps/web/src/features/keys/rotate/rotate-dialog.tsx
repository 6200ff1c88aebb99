import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { ShownOnceDialog } from "../../../ui/shown-once-dialog.tsx";
import type { KeyDialogProps } from "../key-types.ts";
import { RotateForm } from "./rotate-form.tsx";
import { SecretOnce } from "../new-secret/secret-once.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Asks how long the old secret still works, then shows the new token, once. */
export function RotateDialog({ organizationId, apiKey, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const keysChanged = useKeysChanged();
  // As with issue: the token is in this result and nowhere else.
  const rotate = useOnce(trpc.keys.rotate.mutationOptions({ gcTime: 0, onSettled: keysChanged }));
  const words = { name: apiKey.name };
  return (
    <ShownOnceDialog
      title={rotate.data === undefined ? t("rotate.title", words) : t("rotate.done", words)}
      pending={rotate.isPending}
      shown={
        rotate.data && <SecretOnce organizationId={organizationId} made={rotate.data} onClose={onClose} />
      }
      onClose={onClose}
    >
      <RotateForm
        organizationId={organizationId}
        apiKey={apiKey}
        pending={rotate.isPending}
        error={rotate.error}
        onSubmit={(rotation) => rotate.mutate({ organizationId, keyId: apiKey.id, rotation })}
        onCancel={onClose}
      />
    </ShownOnceDialog>
  );
}
