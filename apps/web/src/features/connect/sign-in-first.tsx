import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEnter } from "../../lib/sign-in/enter.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FrontDoor } from "../../ui/front-door.tsx";
import { SecondStep } from "../../ui/second-step.tsx";
import { DoorFooter } from "../../ui/sign-in/door-footer.tsx";
import { PasskeyDoor } from "../../ui/sign-in/passkey-door.tsx";
import { PasswordForm } from "../../ui/sign-in/password-form.tsx";
import { AppHead } from "./app-head.tsx";
import type { PagePartProps } from "./page-part.ts";

/** The house's own sign-in, and then on; an app never sees it. */
export function SignInFirst({ details, answer, onChanged }: PagePartProps) {
  const { t } = useTranslation("connect");
  const { t: signIn } = useTranslation("signIn");
  const { t: app } = useTranslation();
  const enter = useEnter();
  const [needsCode, setNeedsCode] = useState(false);
  const goOn = async () => {
    await enter();
    const now = await onChanged();
    // Somebody else than the one who was asked before, and knowingly so.
    if (now?.isForUser === false) answer.mutate({ decision: "signed_in" });
  };
  if (needsCode) {
    return (
      <FrontDoor
        title={signIn("code.title")}
        description={signIn("code.description")}
        footer={signIn("code.lost")}
      >
        <SecondStep action={app("signIn")} onEntered={goOn} onBack={() => setNeedsCode(false)} />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor
      title={t("signIn.title", { app: details.app.name })}
      footer={<DoorFooter>{t("signIn.noAccount")}</DoorFooter>}
    >
      <Stack gap="md">
        <AppHead details={details} />
        <PasswordForm onSignedIn={goOn} onCodeWanted={() => setNeedsCode(true)} />
        <PasskeyDoor onSignedIn={goOn} />
        {answer.error !== null && <ErrorNotice error={answer.error} />}
        <Button
          variant="subtle"
          color="gray"
          loading={answer.isPending}
          onClick={() => answer.mutate({ decision: "refuse" })}
        >
          {app("cancel")}
        </Button>
      </Stack>
    </FrontDoor>
  );
}
