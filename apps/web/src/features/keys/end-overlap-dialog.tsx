import { Stack, Text } from "@mantine/core";
import { useTRPC } from "../../lib/trpc.ts";
import { useOnce } from "../../lib/use-once.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";
import { newestSecretOf, retiringSecretOf } from "./key-secrets.ts";
import type { KeyDialogProps } from "./key-types.ts";
import { LastUseFacts } from "./last-use-facts.tsx";
import { RotationVerdict } from "./rotation-verdict-notice.tsx";
import { useKeysChanged } from "./use-keys-changed.ts";

/** Shows who used the old secret last before it is refused. */
export function EndOverlapDialog({ organizationId, apiKey, opened, onClose }: KeyDialogProps) {
  const trpc = useTRPC();
  const keysChanged = useKeysChanged();
  const endOverlap = useOnce(trpc.keys.endOverlap.mutationOptions({ onSettled: keysChanged }));
  const [retiring, current] = [retiringSecretOf(apiKey), newestSecretOf(apiKey)];
  const close = () => {
    endOverlap.reset();
    onClose();
  };
  const confirm = () =>
    endOverlap.mutate(
      { organizationId, keyId: apiKey.id },
      {
        onSuccess: () => {
          toastDone("The overlap is over: the old secret is refused");
          close();
        },
      },
    );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title="End the overlap now?"
      action="End overlap"
      danger
      pending={endOverlap.isPending}
      disabled={retiring === null}
      error={endOverlap.error}
      onConfirm={confirm}
      size="lg"
    >
      {retiring === null || current === null ? (
        <Text>The overlap has ended already: only one secret is in use.</Text>
      ) : (
        <Stack gap="sm">
          <RotationVerdict retiring={retiring} current={current} />
          <Text>
            The old secret ending in <b>{retiring.hint}</b> is refused from this moment on, for good. The new
            one, ending in <b>{current.hint}</b>, goes on.
          </Text>
          <LastUseFacts lastUse={retiring.lastUse} />
        </Stack>
      )}
    </ConfirmDialog>
  );
}
