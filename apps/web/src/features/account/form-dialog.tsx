import { Button, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { useReveal } from "../../ui/use-reveal.ts";

interface FormDialogProps {
  readonly title: string;
  /** What will happen, and fields. */
  readonly children: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  /** The fields show it, or else the notice under them. */
  readonly error: unknown;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
}

export function FormDialog(props: FormDialogProps) {
  const { title, children, action, danger = false, pending, error, onSubmit, onClose } = props;
  const { t } = useTranslation();
  const form = useReveal(error);
  return (
    <Dialog title={title} opened onClose={onClose} locked={pending}>
      <form ref={form} onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {children}
          <FormRefusal error={error} />
        </Stack>
        <DialogActions>
          <Button variant="default" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button type="submit" color={danger ? "red" : undefined} loading={pending}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
