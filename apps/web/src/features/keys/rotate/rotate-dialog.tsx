import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/trpc.ts";
import { useOnce } from "../../../lib/use-once.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { RotateForm } from "./rotate-form.tsx";
import { SecretDialog } from "../new-secret/secret-dialog.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Asks how long the old secret still works, then shows the new token, once. */
export function RotateDialog({ organizationId, apiKey, opened, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const keysChanged = useKeysChanged();
  // As with issue: the token is in this result and nowhere else.
  const rotate = useOnce(trpc.keys.rotate.mutationOptions({ gcTime: 0, onSettled: keysChanged }));
  const close = () => {
    rotate.reset();
    onClose();
  };
  const words = { name: apiKey.name };
  return (
    <SecretDialog
      organizationId={organizationId}
      title={rotate.data === undefined ? t("rotate.title", words) : t("rotate.done", words)}
      opened={opened}
      pending={rotate.isPending}
      made={rotate.data}
      onClose={close}
    >
      <RotateForm
        organizationId={organizationId}
        apiKey={apiKey}
        pending={rotate.isPending}
        error={rotate.error}
        onSubmit={(rotation) => rotate.mutate({ organizationId, keyId: apiKey.id, rotation })}
        onCancel={close}
      />
    </SecretDialog>
  );
}
