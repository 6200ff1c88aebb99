import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { signIn } from "../../lib/api/auth-fetch.ts";
import { lazyPart } from "../../lib/lazy-part.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { useOpenOrganization } from "./use-open-organization.ts";

const SecondStep = lazyPart(async () => (await import("../../ui/second-step.tsx")).SecondStep, "signIn");

interface SignInFormProps {
  readonly token: string;
  readonly email: string;
}

/** For those who have an account: signs in here, so that the link's token need not travel. */
export function SignInForm({ token, email }: SignInFormProps) {
  const { t } = useTranslation("invitation");
  const { t: app } = useTranslation();
  const trpc = useTRPC();
  const open = useOpenOrganization();
  const form = useForm({ initialValues: { password: "" } });
  const accept = useMutation(trpc.invitations.accept.mutationOptions({ gcTime: 0 }));
  const [needsCode, setNeedsCode] = useState(false);
  const goIn = async () => {
    const { organizationId } = await accept.mutateAsync({ token });
    await open(organizationId);
  };
  const enter = useMutation({
    mutationFn: async ({ password }: { readonly password: string }) => {
      if ((await signIn({ email, password })) === "code") setNeedsCode(true);
      else await goIn();
    },
    gcTime: 0,
  });
  if (needsCode) {
    return (
      <Suspense>
        <SecondStep action={t("signInAndAccept")} onEntered={goIn} onBack={() => setNeedsCode(false)} />
      </Suspense>
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack gap="md">
        <TextInput label={app("email")} value={email} autoComplete="username" readOnly variant="filled" />
        <PasswordInput
          label={app("password")}
          description={t("passwordMeans")}
          autoComplete="current-password"
          ref={focusFirst}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": app("showPassword") }}
          {...form.getInputProps("password")}
        />
        {enter.error !== null && <ErrorNotice error={enter.error} />}
        <Button type="submit" loading={enter.isPending} fullWidth>
          {t("signInAndAccept")}
        </Button>
      </Stack>
    </form>
  );
}
