import { Button, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { signOut } from "../../lib/auth-fetch.ts";
import { useEnter } from "../../lib/enter.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Notice } from "../../ui/notice.tsx";

interface WrongAccountProps {
  readonly signedInAs: string;
  readonly invited: string;
}

export function WrongAccount({ signedInAs, invited }: WrongAccountProps) {
  const readAgain = useEnter();
  const leave = useMutation({ mutationFn: signOut, onSuccess: readAgain });
  return (
    <Stack gap="md">
      <Notice tone="warning" title="This invitation is for somebody else">
        <Text size="sm">
          You are signed in as <strong>{signedInAs}</strong>, and only <strong>{invited}</strong> can accept
          it. Sign out to go on as {invited}, or ask for an invitation to your own address.
        </Text>
      </Notice>
      {leave.error !== null && <ErrorNotice error={leave.error} />}
      <Button onClick={() => leave.mutate()} loading={leave.isPending} fullWidth>
        Sign out and go on
      </Button>
      <LinkButton to="/" variant="default" fullWidth>
        Stay signed in
      </LinkButton>
    </Stack>
  );
}
