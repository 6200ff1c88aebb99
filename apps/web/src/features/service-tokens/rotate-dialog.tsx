import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { ChoiceForm } from "../../ui/choice-form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ShownOnceDialog } from "../../ui/shown-once-dialog.tsx";
import type { ServiceTokenDialogProps } from "./service-token-types.ts";
import { TokenOnce } from "./token-once.tsx";
import { useServiceTokensChanged } from "./use-service-tokens-changed.ts";

const overlaps = ["0", "3600", "86400", "604800"] as const;

/** Asks how long the old token still works, then shows the new one, once. */
export function RotateDialog({ serviceToken, onClose }: ServiceTokenDialogProps) {
  const { t } = useTranslation("serviceTokens");
  const trpc = useTRPC();
  // As with issue: the token is in this result and nowhere else.
  const rotate = useOnce(
    trpc.instance.serviceTokens.rotate.mutationOptions({ gcTime: 0, onSettled: useServiceTokensChanged() }),
  );
  // As it was when the dialog opened: somebody else's rotation in between must be noticed.
  const [{ id, name, status, secrets }] = useState(serviceToken);
  const replaces = secrets[0]?.publicKeyId ?? "";
  return (
    <ShownOnceDialog
      title={t(rotate.data === undefined ? "rotate.title" : "rotate.done", { name })}
      pending={rotate.isPending}
      shown={rotate.data && <TokenOnce token={rotate.data.token} onClose={onClose} />}
      onClose={onClose}
    >
      <RotateForm
        rotating={status === "rotating"}
        pending={rotate.isPending}
        error={rotate.error}
        onSubmit={(overlapSeconds) => rotate.mutate({ id, overlapSeconds, replaces })}
        onCancel={onClose}
      />
    </ShownOnceDialog>
  );
}

interface RotateFormProps {
  readonly rotating: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (overlapSeconds: number) => void;
  readonly onCancel: () => void;
}

function RotateForm({ rotating, onSubmit, ...asked }: RotateFormProps) {
  const { t } = useTranslation("serviceTokens");
  return (
    <ChoiceForm
      label={t("rotate.overlap")}
      choices={overlaps.map((value) => ({
        value,
        label: t(`overlaps.${value}`),
        description: t(`overlaps.${value}Means`),
      }))}
      initial="86400"
      action={t("rotate.action")}
      onSubmit={(overlap) => onSubmit(Number(overlap))}
      {...asked}
    >
      <Text>{t("rotate.means")}</Text>
      {rotating && <Notice tone="warning">{t("rotate.running")}</Notice>}
    </ChoiceForm>
  );
}
