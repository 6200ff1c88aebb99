import { Button, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { signOut } from "../../lib/api/auth-fetch.ts";
import { useEnter } from "../../lib/sign-in/enter.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Notice } from "../../ui/notice.tsx";

interface WrongAccountProps {
  readonly signedInAs: string;
  readonly invited: string;
}

export function WrongAccount({ signedInAs, invited }: WrongAccountProps) {
  const { t } = useTranslation("invitation");
  const readAgain = useEnter();
  const leave = useMutation({ mutationFn: signOut, onSuccess: readAgain });
  return (
    <Stack gap="md">
      <Notice tone="warning" title={t("wrongAccount.title")}>
        <Text size="sm">
          <Trans
            t={t}
            i18nKey="wrongAccount.text"
            values={{ own: signedInAs, invited }}
            components={{ strong: <strong /> }}
          />
        </Text>
      </Notice>
      {leave.error !== null && <ErrorNotice error={leave.error} />}
      <Button onClick={() => leave.mutate()} loading={leave.isPending} fullWidth>
        {t("wrongAccount.signOut")}
      </Button>
      <LinkButton to="/" variant="default" fullWidth>
        {t("wrongAccount.stay")}
      </LinkButton>
    </Stack>
  );
}
