import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { focusMistake } from "../../lib/focus-mistake.ts";
import { formErrorsOf } from "../../lib/form-errors.ts";
import { passwordMistake } from "../../lib/password-rules.ts";
import { reasonOf } from "../../lib/refusal.ts";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { NewPasswordField } from "../../ui/new-password-field.tsx";
import { useReveal } from "../../ui/use-reveal.ts";
import { useSetup } from "./use-setup.ts";

const empty = { name: "", email: "", password: "", organization: "" };

export function SetupForm({ token }: { readonly token: string }) {
  const form = useForm({
    initialValues: empty,
    validate: {
      name: (name) => (name.trim() === "" ? "Enter your name." : null),
      email: (email) => (email.includes("@") ? null : "Enter your e-mail address."),
      password: passwordMistake,
      organization: (name) => (name.trim() === "" ? "Enter the name of your organization." : null),
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
    <FrontDoor
      title="Set up Katkey"
      description="You become the operator of this installation and the owner of its first organization."
    >
      <form ref={element} onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label="Your name" autoComplete="name" ref={focusFirst} {...form.getInputProps("name")} />
          <TextInput
            label="E-mail address"
            description="You sign in with it. Nothing is sent to it."
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          <NewPasswordField {...form.getInputProps("password")} />
          <TextInput
            label="Organization"
            description="The company or team whose keys these are."
            autoComplete="organization"
            {...form.getInputProps("organization")}
          />
          <FormRefusal error={setup.error} />
          <Button type="submit" loading={setup.isPending} disabled={linkIsDead} fullWidth>
            Create account and organization
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
