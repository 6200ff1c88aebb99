import { Button, List, Stack, Text } from "@mantine/core";
import type { FormEvent } from "react";
import { Trans, useTranslation } from "react-i18next";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { useReveal } from "../../ui/use-reveal.ts";

interface PasswordLinkFormProps {
  readonly email: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** What the link will do, before it is made. */
export function PasswordLinkForm({ email, pending, error, onSubmit, onCancel }: PasswordLinkFormProps) {
  const { t } = useTranslation("people");
  const { t: app } = useTranslation();
  const element = useReveal(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
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
        <FormRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending} data-autofocus>
          {t("passwordLink.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
