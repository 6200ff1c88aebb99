import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { signIn } from "../../lib/auth-fetch.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { focusFirst } from "../../ui/focus-first.ts";
import { useOpenOrganization } from "./use-open-organization.ts";

interface SignInFormProps {
  readonly token: string;
  readonly email: string;
}

/** For those who have an account: signs in here, so that the link's token need not travel. */
export function SignInForm({ token, email }: SignInFormProps) {
  const trpc = useTRPC();
  const open = useOpenOrganization();
  const form = useForm({ initialValues: { password: "" } });
  const accept = useMutation(trpc.invitations.accept.mutationOptions({ gcTime: 0 }));
  const enter = useMutation({
    mutationFn: async ({ password }: { readonly password: string }) => {
      await signIn({ email, password });
      const { organizationId } = await accept.mutateAsync({ token });
      await open(organizationId);
    },
    gcTime: 0,
  });
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack gap="md">
        <TextInput label="E-mail address" value={email} autoComplete="username" readOnly variant="filled" />
        <PasswordInput
          label="Password"
          description="You have an account already: sign in with its password."
          autoComplete="current-password"
          ref={focusFirst}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
          {...form.getInputProps("password")}
        />
        {enter.error !== null && <ErrorNotice error={enter.error} />}
        <Button type="submit" loading={enter.isPending} fullWidth>
          Sign in and accept
        </Button>
      </Stack>
    </form>
  );
}
