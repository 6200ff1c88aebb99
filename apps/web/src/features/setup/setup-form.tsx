import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { passwordMistake } from "../../lib/sign-in/password-rules.ts";
import { reasonOf } from "../../lib/api/refusal.ts";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { NewPasswordField } from "../../ui/new-password-field.tsx";
import { useReveal } from "../../ui/use-reveal.ts";
import { useSetup } from "./use-setup.ts";

const empty = { name: "", email: "", password: "", organization: "" };

export function SetupForm({ token }: { readonly token: string }) {
  const { t } = useTranslation("setup");
  const { t: app } = useTranslation();
  const form = useForm({
    initialValues: empty,
    validate: {
      name: (name) => (name.trim() === "" ? t("nameMissing") : null),
      email: (email) => (email.includes("@") ? null : t("emailMissing")),
      password: passwordMistake,
      organization: (name) => (name.trim() === "" ? t("organizationMissing") : null),
    },
  });
  const setup = useSetup();
  const element = useReveal(setup.error);
  const submit = form.onSubmit(
    (values) =>
      setup.mutate({ token, ...values }, { onError: (error) => form.setErrors(formErrorsOf(error)) }),
    focusMistake(form),
  );
  const linkIsDead = reasonOf(setup.error) === "setup_link_invalid";
  return (
    <FrontDoor title={t("title")} description={t("description")}>
      <form ref={element} onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t("name")} autoComplete="name" ref={focusFirst} {...form.getInputProps("name")} />
          <TextInput
            label={app("email")}
            description={t("emailMeans")}
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          <NewPasswordField {...form.getInputProps("password")} />
          <TextInput
            label={t("organization")}
            description={t("organizationMeans")}
            autoComplete="organization"
            {...form.getInputProps("organization")}
          />
          <FormRefusal error={setup.error} />
          <Button type="submit" loading={setup.isPending} disabled={linkIsDead} fullWidth>
            {t("submit")}
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
