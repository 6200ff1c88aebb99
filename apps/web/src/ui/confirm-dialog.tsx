import { Button, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "./dialog-actions.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { useReveal } from "./use-reveal.ts";

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and whether it can be undone; also fields where a decision is needed. */
  readonly children: ReactNode;
  /** The verb, never "OK". */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly disabled?: boolean;
  readonly error?: unknown;
  readonly size?: "md" | "lg" | "xl";
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  const { opened, onClose, title, children, action, onConfirm, danger, pending, disabled, error, size } =
    props;
  const form = useReveal(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={size} locked={pending}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="md">
          {children}
          {error !== undefined && error !== null && <ErrorNotice error={error} />}
        </Stack>
        <DialogActions>
          <Button variant="default" onClick={onClose} disabled={pending} data-autofocus={danger || undefined}>
            {t("cancel")}
          </Button>
          <Button
            type="submit"
            data-autofocus={!danger || undefined}
            color={danger ? "red" : undefined}
            loading={pending}
            disabled={disabled}
          >
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
