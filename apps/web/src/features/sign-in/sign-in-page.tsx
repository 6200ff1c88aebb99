import { Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEnter } from "../../lib/sign-in/enter.ts";
import { FrontDoor } from "../../ui/front-door.tsx";
import { SecondStep } from "../../ui/second-step.tsx";
import { DoorFooter } from "../../ui/sign-in/door-footer.tsx";
import { PasskeyDoor } from "../../ui/sign-in/passkey-door.tsx";
import { PasswordForm } from "../../ui/sign-in/password-form.tsx";
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
  const [needsCode, setNeedsCode] = useState(false);
  const goIn = async () => {
    await enter();
    await navigate({ href: redirectTo, replace: true });
  };
  if (needsCode) {
    return (
      <FrontDoor title={t("code.title")} description={t("code.description")} footer={t("code.lost")}>
        <SecondStep action={app("signIn")} onEntered={goIn} onBack={() => setNeedsCode(false)} />
      </FrontDoor>
    );
  }
  return (
    <FrontDoor
      title={app("signIn")}
      description={t("description")}
      footer={<DoorFooter>{t("noAccount")}</DoorFooter>}
    >
      <Stack gap="md">
        <SetupHint />
        <PasswordForm onSignedIn={goIn} onCodeWanted={() => setNeedsCode(true)} />
        <PasskeyDoor onSignedIn={goIn} />
      </Stack>
    </FrontDoor>
  );
}
