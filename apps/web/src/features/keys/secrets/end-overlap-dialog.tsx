import { Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/trpc.ts";
import { useOnce } from "../../../lib/use-once.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { toastDone } from "../../../ui/toast.ts";
import { newestSecretOf, retiringSecretOf, sinceRotationOf } from "../key-secrets.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { LastUseFacts } from "../last-use-facts.tsx";
import { OverlapEndPreview } from "../preview/overlap-end-preview.tsx";
import { RotationVerdict } from "./rotation-verdict-notice.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Shows who used the old secret last before it is refused. */
export function EndOverlapDialog({ organizationId, apiKey, opened, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const keysChanged = useKeysChanged();
  const endOverlap = useOnce(trpc.keys.endOverlap.mutationOptions({ onSettled: keysChanged }));
  const [retiring, current] = [retiringSecretOf(apiKey), newestSecretOf(apiKey)];
  const close = () => {
    endOverlap.reset();
    onClose();
  };
  const done = () => {
    toastDone(t("overlap.ended"));
    close();
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t("overlap.endTitle")}
      action={t("overlap.end")}
      danger
      pending={endOverlap.isPending}
      disabled={retiring === null}
      error={endOverlap.error}
      onConfirm={() => endOverlap.mutate({ organizationId, keyId: apiKey.id }, { onSuccess: done })}
      size="lg"
    >
      {retiring === null || current === null ? (
        <Text>{t("overlap.endedAlready")}</Text>
      ) : (
        <Stack gap="sm">
          <RotationVerdict verdict={apiKey.rotationVerdict} retiring={retiring} />
          <Text>
            <Trans
              t={t}
              i18nKey="overlap.consequence"
              values={{ old: retiring.hint, current: current.hint }}
              components={{ b: <b /> }}
            />
          </Text>
          <LastUseFacts lastUse={retiring.lastUse} sinceRotation={sinceRotationOf(retiring)} />
          <OverlapEndPreview organizationId={organizationId} keyId={apiKey.id} />
        </Stack>
      )}
    </ConfirmDialog>
  );
}
