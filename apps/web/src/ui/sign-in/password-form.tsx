import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { signIn } from "../../lib/api/auth-fetch.ts";
import { ErrorNotice } from "../error-notice.tsx";
import { focusFirst } from "../focus-first.ts";

interface PasswordFormProps {
  readonly onSignedIn: () => Promise<void>;
  readonly onCodeWanted: () => void;
}

export function PasswordForm({ onSignedIn, onCodeWanted }: PasswordFormProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const enterWith = useMutation({
    mutationFn: signIn,
    onSuccess: async (step) => (step === "code" ? onCodeWanted() : onSignedIn()),
    gcTime: 0,
  });
  return (
    <form onSubmit={form.onSubmit((credentials) => enterWith.mutate(credentials))}>
      <Stack gap="md">
        <TextInput
          label={t("email")}
          type="email"
          // Browsers offer passkeys here, too.
          autoComplete="username webauthn"
          ref={focusFirst}
          required
          withAsterisk={false}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
          {...form.getInputProps("password")}
        />
        {enterWith.error !== null && <ErrorNotice error={enterWith.error} />}
        <Button type="submit" loading={enterWith.isPending} fullWidth>
          {t("signIn")}
        </Button>
      </Stack>
    </form>
  );
}
