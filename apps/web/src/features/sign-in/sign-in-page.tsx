import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { signIn } from "../../lib/auth-fetch.ts";
import { useEnter } from "../../lib/enter.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { SetupHint } from "./setup-hint.tsx";

interface SignInPageProps {
  /** A path of this app. */
  readonly redirectTo: string;
}

export function SignInPage({ redirectTo }: SignInPageProps) {
  const { t } = useTranslation("signIn");
  const { t: app } = useTranslation();
  const enter = useEnter();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const enterWith = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      await enter();
      await navigate({ href: redirectTo, replace: true });
    },
    gcTime: 0,
  });
  return (
    <FrontDoor title={app("signIn")} description={t("description")} footer={t("noAccount")}>
      <form onSubmit={form.onSubmit((credentials) => enterWith.mutate(credentials))}>
        <Stack gap="md">
          <SetupHint />
          <TextInput
            label={app("email")}
            type="email"
            autoComplete="username"
            ref={focusFirst}
            required
            withAsterisk={false}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={app("password")}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ "aria-label": app("showPassword") }}
            {...form.getInputProps("password")}
          />
          {enterWith.error !== null && <ErrorNotice error={enterWith.error} />}
          <Button type="submit" loading={enterWith.isPending} fullWidth>
            {app("signIn")}
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
