import { Button, Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { AppHead } from "./app-head.tsx";
import type { PagePartProps } from "./page-part.ts";

interface WrongAccountProps extends Pick<PagePartProps, "details" | "answer"> {
  readonly signedInAs: string;
}

/** Somebody else has signed in since this request came here. */
export function WrongAccount({ details, answer, signedInAs }: WrongAccountProps) {
  const { t } = useTranslation("connect");
  return (
    <FrontDoor title={t("wrongAccount.title")}>
      <Stack gap="md">
        <AppHead details={details} />
        <Text>
          <Trans
            t={t}
            i18nKey="wrongAccount.text"
            values={{ email: signedInAs, app: details.app.name }}
            components={{ strong: <strong /> }}
          />
        </Text>
        {answer.error !== null && <ErrorNotice error={answer.error} />}
        <Button onClick={() => answer.mutate({ decision: "signed_in" })} fullWidth>
          {t("wrongAccount.goOn", { email: signedInAs })}
        </Button>
        <Button
          variant="default"
          onClick={() => answer.mutate({ decision: "refuse" })}
          loading={answer.isPending}
          fullWidth
        >
          {t("wrongAccount.back", { app: details.app.name })}
        </Button>
      </Stack>
    </FrontDoor>
  );
}
