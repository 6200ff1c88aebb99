import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { passwordMistake } from "../../lib/sign-in/password-rules.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { NewPasswordField } from "../../ui/new-password-field.tsx";
import { useReveal } from "../../ui/use-reveal.ts";

interface NewPasswordFormProps {
  readonly token: string;
  readonly email: string;
  readonly onChanged: () => void;
  readonly onRefused: (error: unknown) => void;
}

export function NewPasswordForm({ token, email, onChanged, onRefused }: NewPasswordFormProps) {
  const { t } = useTranslation("newPassword");
  const { t: app } = useTranslation();
  const trpc = useTRPC();
  const form = useForm({ initialValues: { password: "" }, validate: { password: passwordMistake } });
  const change = useOnce(
    trpc.passwordLinks.use.mutationOptions({
      onSuccess: onChanged,
      onError: (error) => {
        form.setErrors(formErrorsOf(error));
        onRefused(error);
      },
      gcTime: 0,
    }),
  );
  const element = useReveal(change.error);
  const submit = form.onSubmit((values) => change.mutate({ token, ...values }), focusMistake(form));
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={app("email")} value={email} autoComplete="username" readOnly variant="filled" />
        <NewPasswordField label={t("password")} ref={focusFirst} {...form.getInputProps("password")} />
        <FormRefusal error={change.error} />
        <Button type="submit" loading={change.isPending} fullWidth>
          {t("submit")}
        </Button>
      </Stack>
    </form>
  );
}
