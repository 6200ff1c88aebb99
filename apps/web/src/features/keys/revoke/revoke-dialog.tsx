import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/trpc.ts";
import { useOnce } from "../../../lib/use-once.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { toastDone } from "../../../ui/toast.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { RevokeForm } from "./revoke-form.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Ends a key for good, after showing who would notice. */
export function RevokeDialog({ organizationId, apiKey, opened, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const keysChanged = useKeysChanged();
  const revoke = useOnce(trpc.keys.revoke.mutationOptions({ onSettled: keysChanged }));
  const close = () => {
    revoke.reset();
    onClose();
  };
  const done = () => {
    toastDone(t("revoke.done", { name: apiKey.name }));
    close();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t("revoke.title", { name: apiKey.name })}
      size="lg"
      locked={revoke.isPending}
    >
      <RevokeForm
        organizationId={organizationId}
        apiKey={apiKey}
        pending={revoke.isPending}
        error={revoke.error}
        onSubmit={(revocation, onError) =>
          revoke.mutate({ organizationId, keyId: apiKey.id, revocation }, { onSuccess: done, onError })
        }
        onCancel={close}
      />
    </Dialog>
  );
}
