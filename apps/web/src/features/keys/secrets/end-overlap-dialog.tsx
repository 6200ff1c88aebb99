import { Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { useDecision } from "../../../ui/use-decision.ts";
import { newestSecretOf, retiringSecretOf, sinceRotationOf } from "../key-secrets.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { LastUseFacts } from "../last-use-facts.tsx";
import { OverlapEndPreview } from "../preview/overlap-end-preview.tsx";
import { RotationVerdict } from "./rotation-verdict-notice.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Shows who used the old secret last before it is refused. */
export function EndOverlapDialog({ organizationId, apiKey, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const end = useDecision(trpc.keys.endOverlap.mutationOptions({ onSettled: useKeysChanged() }), {
    done: t("overlap.ended"),
    onClose,
  });
  const [retiring, current] = [retiringSecretOf(apiKey), newestSecretOf(apiKey)];
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("overlap.endTitle")}
      action={t("overlap.end")}
      onConfirm={() => end.mutate({ organizationId, keyId: apiKey.id })}
      danger
      pending={end.isPending}
      disabled={retiring === null}
      error={end.error}
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
