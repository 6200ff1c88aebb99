import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { passwordMistake } from "../../lib/sign-in/password-rules.ts";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { NewPasswordField } from "../../ui/new-password-field.tsx";
import { useReveal } from "../../ui/use-reveal.ts";
import { useJoin } from "./use-join.ts";

interface JoinFormProps {
  readonly token: string;
  readonly email: string;
}

/** For those without an account. */
export function JoinForm({ token, email }: JoinFormProps) {
  const { t } = useTranslation("invitation");
  const { t: app } = useTranslation();
  const form = useForm({
    initialValues: { name: "", password: "" },
    validate: {
      name: (name) => (name.trim() === "" ? t("nameMissing") : null),
      password: passwordMistake,
    },
  });
  const join = useJoin();
  const element = useReveal(join.error);
  const submit = form.onSubmit(
    (values) =>
      join.mutate({ token, ...values }, { onError: (error) => form.setErrors(formErrorsOf(error)) }),
    focusMistake(form),
  );
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={app("email")} value={email} autoComplete="username" readOnly variant="filled" />
        <TextInput label={t("name")} autoComplete="name" ref={focusFirst} {...form.getInputProps("name")} />
        <NewPasswordField {...form.getInputProps("password")} />
        <FormRefusal error={join.error} />
        <Button type="submit" loading={join.isPending} fullWidth>
          {t("createAndJoin")}
        </Button>
      </Stack>
    </form>
  );
}
