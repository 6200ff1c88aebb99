import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changePassword } from "../../lib/api/auth-fetch.ts";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { passwordMistake } from "../../lib/sign-in/password-rules.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { NewPasswordField } from "../../ui/new-password-field.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useReveal } from "../../ui/use-reveal.ts";
import { PasswordAgain } from "../../ui/password-again.tsx";

export function PasswordForm() {
  const { t } = useTranslation("account");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { currentPassword: "", password: "" },
    validate: {
      currentPassword: (password) => (password === "" ? t("currentPasswordMissing") : null),
      password: passwordMistake,
    },
  });
  const change = useOnce({
    mutationFn: changePassword,
    onSuccess: async () => {
      form.reset();
      toastDone(t("passwordChanged"));
      await queryClient.invalidateQueries(trpc.session.list.queryFilter());
    },
    onError: (error) => form.setErrors(formErrorsOf(error)),
    gcTime: 0,
  });
  const element = useReveal(change.error);
  const submit = form.onSubmit(
    ({ currentPassword, password }) => change.mutate({ currentPassword, newPassword: password }),
    focusMistake(form),
  );
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="md" maw={420}>
        <PasswordAgain {...form.getInputProps("currentPassword")} />
        <NewPasswordField label={t("newPassword")} {...form.getInputProps("password")} />
        <FormRefusal error={change.error} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t("changePassword")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
