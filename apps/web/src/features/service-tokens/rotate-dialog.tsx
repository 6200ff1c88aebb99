import { Button, Stack, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/trpc.ts";
import { useOnce } from "../../lib/use-once.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ShownOnceDialog } from "../../ui/shown-once-dialog.tsx";
import { useReveal } from "../../ui/use-reveal.ts";
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

function RotateForm({ rotating, pending, error, onSubmit, onCancel }: RotateFormProps) {
  const { t } = useTranslation("serviceTokens");
  const { t: app } = useTranslation();
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>("86400");
  const element = useReveal(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(Number(overlap));
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t("rotate.means")}</Text>
        {rotating && <Notice tone="warning">{t("rotate.running")}</Notice>}
        <ChoiceCards
          label={t("rotate.overlap")}
          choices={overlaps.map((value) => ({
            value,
            label: t(`overlaps.${value}`),
            description: t(`overlaps.${value}Means`),
          }))}
          value={overlap}
          onChange={setOverlap}
          columns={2}
        />
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("rotate.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
