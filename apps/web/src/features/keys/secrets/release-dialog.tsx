import { Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { useDecision } from "../../../ui/use-decision.ts";
import { quarantinedSecretOf } from "../key-secrets.ts";
import type { KeyDialogProps } from "../key-types.ts";
import { LastUseFacts } from "../last-use-facts.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";

/** Lets in again what a report has put into quarantine: shows what that opens, and who used the secret last. */
export function ReleaseDialog({ organizationId, apiKey, onClose }: KeyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const release = useDecision(trpc.keys.release.mutationOptions({ onSettled: useKeysChanged() }), {
    done: t("exposure.releasedNow"),
    onClose,
  });
  const secret = quarantinedSecretOf(apiKey);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("exposure.releaseTitle", { name: apiKey.name })}
      action={t("exposure.release")}
      onConfirm={() => release.mutate({ organizationId, keyId: apiKey.id })}
      danger
      pending={release.isPending}
      disabled={secret === null}
      error={release.error}
    >
      <Stack gap="sm">
        <Text>
          <Trans
            t={t}
            i18nKey="exposure.releaseMeans"
            values={{ hint: secret?.hint ?? "" }}
            components={{ b: <b /> }}
          />
        </Text>
        <Text>{t("exposure.releaseStays")}</Text>
        {secret !== null && <LastUseFacts lastUse={secret.lastUse} />}
      </Stack>
    </ConfirmDialog>
  );
}
