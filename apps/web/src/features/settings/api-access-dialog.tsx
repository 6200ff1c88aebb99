import { Text } from "@mantine/core";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Mono } from "../../ui/mono.tsx";
import { toastUndoable } from "../../ui/toast-undoable.tsx";
import { KeysUsed } from "./keys-used.tsx";
import { useSettingsChanged } from "./use-settings-change.ts";
import { useUndoSettings } from "./use-undo-settings.ts";

interface ApiAccessDialogProps {
  readonly settings: OrganizationSettings;
  readonly onClose: () => void;
}

export function ApiAccessDialog({ settings: { id, name, ...settings }, onClose }: ApiAccessDialogProps) {
  const { t } = useTranslation("settings");
  const trpc = useTRPC();
  const undo = useUndoSettings();
  // As it was when the dialog opened: what is confirmed does not turn around meanwhile.
  const [turnsOff] = useState(settings.apiAccess);
  const change = useOnce(
    trpc.organizations.changeApiAccess.mutationOptions({
      onSuccess: ({ revision }) => {
        const before = { organizationId: id, apiAccess: turnsOff, revision };
        toastUndoable(t(turnsOff ? "api.turnedOff" : "api.turnedOn"), () => undo.changeApiAccess(before));
        onClose();
      },
      onSettled: useSettingsChanged(),
    }),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(turnsOff ? "api.turnOffTitle" : "api.turnOnTitle", { name })}
      action={t(turnsOff ? "api.turnOff" : "api.turnOn")}
      danger={turnsOff}
      onConfirm={() => change.mutate({ organizationId: id, apiAccess: !turnsOff })}
      pending={change.isPending}
      error={change.error}
    >
      {turnsOff && <KeysUsed organizationId={id} />}
      <Text>
        <Trans
          t={t}
          i18nKey={turnsOff ? "api.turnOffMeans" : "api.turnOnMeans"}
          components={{ code: <Mono>{null}</Mono> }}
        />
      </Text>
    </ConfirmDialog>
  );
}
