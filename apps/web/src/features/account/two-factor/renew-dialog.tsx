import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/dialog.tsx";
import { PasswordDialog } from "../password-dialog.tsx";
import { useMeansChanged } from "../use-sign-in-means.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { renewRecoveryCodes } from "./two-factor-fetch.ts";

export function RenewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("account");
  const changed = useMeansChanged();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = async (password: string) => {
    setCodes(await renewRecoveryCodes(password));
    await changed();
  };
  if (codes !== null) {
    return (
      <Dialog title={t("twoFactor.codesTitle")} opened onClose={onClose} locked vanishes>
        <RecoveryCodes codes={codes} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <PasswordDialog
      title={t("twoFactor.renewTitle")}
      action={t("twoFactor.renewAction")}
      onConfirm={renew}
      onClose={onClose}
    >
      <Text>{t("twoFactor.renewMeans")}</Text>
    </PasswordDialog>
  );
}
