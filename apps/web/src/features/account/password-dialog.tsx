import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { FormDialog } from "./form-dialog.tsx";
import { PasswordAgain } from "../../ui/password-again.tsx";

interface PasswordDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  readonly onConfirm: (password: string) => Promise<void>;
  readonly onClose: () => void;
}

/** A change that needs the password again. */
export function PasswordDialog({ children, onConfirm, ...dialog }: PasswordDialogProps) {
  const { t } = useTranslation("account");
  const form = useForm({
    initialValues: { currentPassword: "" },
    validate: { currentPassword: (password) => (password === "" ? t("currentPasswordMissing") : null) },
  });
  const change = useOnce({
    mutationFn: onConfirm,
    onError: (error) => form.setErrors(formErrorsOf(error)),
    gcTime: 0,
  });
  const submit = form.onSubmit(({ currentPassword }) => change.mutate(currentPassword), focusMistake(form));
  return (
    <FormDialog {...dialog} onSubmit={submit} pending={change.isPending} error={change.error}>
      {children}
      <PasswordAgain {...form.getInputProps("currentPassword")} />
    </FormDialog>
  );
}
