import { Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { focusMistake } from "../../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../../lib/forms/form-errors.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { toastDone } from "../../../ui/toast.ts";
import { deviceOf } from "../device.ts";
import { FormDialog } from "../form-dialog.tsx";
import { PasswordAgain } from "../../../ui/password-again.tsx";
import { useMeansChanged } from "../use-sign-in-means.ts";
import { addPasskey } from "./passkey-fetch.ts";

const longestName = 80;

export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("account");
  const changed = useMeansChanged();
  const form = useForm({
    initialValues: { name: deviceOf(navigator.userAgent), currentPassword: "" },
    validate: {
      name: (name) => (name.trim() === "" ? t("passkeys.nameMissing") : null),
      currentPassword: (password) => (password === "" ? t("currentPasswordMissing") : null),
    },
  });
  const add = useOnce({
    mutationFn: addPasskey,
    onSuccess: async () => {
      await changed();
      onClose();
      toastDone(t("passkeys.addedToast"));
    },
    onError: (error) => form.setErrors(formErrorsOf(error)),
    gcTime: 0,
  });
  return (
    <FormDialog
      title={t("passkeys.addTitle")}
      action={t("passkeys.addAction")}
      onSubmit={form.onSubmit((passkey) => add.mutate(passkey), focusMistake(form))}
      onClose={onClose}
      pending={add.isPending}
      error={add.error}
    >
      <Text>{t("passkeys.addMeans")}</Text>
      <TextInput
        label={t("passkeys.name")}
        description={t("passkeys.nameMeans")}
        maxLength={longestName}
        {...form.getInputProps("name")}
      />
      <PasswordAgain {...form.getInputProps("currentPassword")} />
    </FormDialog>
  );
}
