import { Text } from "@mantine/core";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Mono } from "../../ui/mono.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import type { DecisionDialogProps } from "./decision-dialog.ts";
import { useDecided } from "./use-decided.ts";

export function ApiAccessDialog({ organization, onClose }: DecisionDialogProps) {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const { id: organizationId, name } = organization;
  // As it was when the dialog opened: what is confirmed does not turn around meanwhile.
  const [turnsOff] = useState(organization.apiAccess);
  const change = useDecision(trpc.instance.changeApiAccess.mutationOptions({ onSettled: useDecided() }), {
    done: t(turnsOff ? "api.turnedOff" : "api.turnedOn"),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(turnsOff ? "api.turnOffTitle" : "api.turnOnTitle", { name })}
      action={t(turnsOff ? "api.turnOff" : "api.turnOn")}
      danger={turnsOff}
      onConfirm={() => change.mutate({ organizationId, apiAccess: !turnsOff })}
      pending={change.isPending}
      error={change.error}
    >
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
