import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { toastDone } from "../../../ui/toast.ts";
import { PasswordDialog } from "../password-dialog.tsx";
import { useMeansChanged } from "../use-sign-in-means.ts";
import { turnOffTwoFactor } from "./two-factor-fetch.ts";

export function TurnOffDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("account");
  const changed = useMeansChanged();
  const turnOff = async (password: string) => {
    await turnOffTwoFactor(password);
    await changed();
    onClose();
    toastDone(t("twoFactor.turnedOff"));
  };
  return (
    <PasswordDialog
      title={t("twoFactor.turnOffTitle")}
      action={t("twoFactor.turnOff")}
      danger
      onConfirm={turnOff}
      onClose={onClose}
    >
      <Text>{t("twoFactor.turnOffMeans")}</Text>
    </PasswordDialog>
  );
}
