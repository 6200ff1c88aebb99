import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PasskeyView } from "../../../lib/api/api-types.ts";
import { toastDone } from "../../../ui/toast.ts";
import { PasswordDialog } from "../password-dialog.tsx";
import { useMeansChanged } from "../use-sign-in-means.ts";
import { removePasskey } from "./passkey-fetch.ts";

interface RemoveDialogProps {
  readonly passkey: PasskeyView;
  readonly onClose: () => void;
}

export function RemoveDialog({ passkey: { id, name }, onClose }: RemoveDialogProps) {
  const { t } = useTranslation("account");
  const changed = useMeansChanged();
  const remove = async (password: string) => {
    await removePasskey(id, password);
    await changed();
    onClose();
    toastDone(t("passkeys.removed"));
  };
  return (
    <PasswordDialog
      title={t("passkeys.removeTitle", { name })}
      action={t("passkeys.removeAction")}
      danger
      onConfirm={remove}
      onClose={onClose}
    >
      <Text>{t("passkeys.removeMeans")}</Text>
    </PasswordDialog>
  );
}
