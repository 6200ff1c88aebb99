import { Button, List, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useTranslation } from "react-i18next";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { PasswordAgain } from "../../ui/password-again.tsx";
import { useReveal } from "../../ui/use-reveal.ts";

interface PasswordLinkFormProps {
  /** Whose password will be chosen. */
  readonly email: string;
  readonly pending: boolean;
  readonly error: unknown;
  /** With the operator's own password. */
  readonly onSubmit: (password: string, onRefused: (error: unknown) => void) => void;
  readonly onCancel: () => void;
}

/** What the link will do, before it is made. */
export function PasswordLinkForm({ email, pending, error, onSubmit, onCancel }: PasswordLinkFormProps) {
  const { t } = useTranslation("people");
  const { t: app } = useTranslation();
  const { t: account } = useTranslation("account");
  const form = useForm({
    initialValues: { currentPassword: "" },
    validate: {
      currentPassword: (password) => (password === "" ? account("currentPasswordMissing") : null),
    },
  });
  const element = useReveal(error);
  const refused = (why: unknown) => form.setErrors(formErrorsOf(why));
  const submit = form.onSubmit(
    ({ currentPassword }) => onSubmit(currentPassword, refused),
    focusMistake(form),
  );
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          <Trans t={t} i18nKey="passwordLink.means" values={{ email }} components={{ bdi: <bdi /> }} />
        </Text>
        <List spacing={6} withPadding>
          <List.Item>{t("passwordLink.lasts")}</List.Item>
          <List.Item>{t("passwordLink.ends")}</List.Item>
          <List.Item>{t("passwordLink.told")}</List.Item>
        </List>
        <PasswordAgain label={t("passwordLink.own")} {...form.getInputProps("currentPassword")} />
        <FormRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("passwordLink.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
