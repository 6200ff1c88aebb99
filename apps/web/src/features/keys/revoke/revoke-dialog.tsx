import { useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useDecision } from "../../../ui/use-decision.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { RevokeForm } from "./revoke-form.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Ends a key for good, after showing who would notice. */
export function RevokeDialog({ organizationId, apiKey, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const { id: keyId, name } = apiKey;
  const revoke = useDecision(trpc.keys.revoke.mutationOptions({ onSettled: useKeysChanged() }), {
    done: t("revoke.done", { name }),
    onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t("revoke.title", { name })} size="lg" locked={revoke.isPending}>
      <RevokeForm
        organizationId={organizationId}
        apiKey={apiKey}
        pending={revoke.isPending}
        error={revoke.error}
        onSubmit={(revocation, onError) => revoke.mutate({ organizationId, keyId, revocation }, { onError })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
