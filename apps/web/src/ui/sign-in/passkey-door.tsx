import { Button, Divider } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { canUsePasskeys } from "../../lib/sign-in/passkey-ceremony.ts";
import { ErrorNotice } from "../error-notice.tsx";
import { usePasskeySignIn } from "./use-passkey-sign-in.ts";

interface PasskeyDoorProps {
  readonly onSignedIn: () => Promise<void>;
}

/** Nothing where the browser or the address has no passkeys. */
export function PasskeyDoor({ onSignedIn }: PasskeyDoorProps) {
  return canUsePasskeys() ? <OpenDoor onSignedIn={onSignedIn} /> : null;
}

function OpenDoor({ onSignedIn }: PasskeyDoorProps) {
  const { t } = useTranslation("signIn");
  const { ask, isPending, error } = usePasskeySignIn(onSignedIn);
  return (
    <>
      <Divider label={t("or")} labelPosition="center" />
      <Button
        variant="default"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={ask}
        loading={isPending}
        fullWidth
      >
        {t("withPasskey")}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
