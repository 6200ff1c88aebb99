import { Anchor, Button, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { formErrorsOf } from "../../../lib/forms/form-errors.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { FormRefusal } from "../../../ui/form-refusal.tsx";
import { OneTimeCodeField } from "../../../ui/one-time-code-field.tsx";
import { useReveal } from "../../../ui/use-reveal.ts";
import { QrCode } from "./qr-code.tsx";
import { SecretByHand } from "./secret-by-hand.tsx";
import { confirmTwoFactor } from "./two-factor-fetch.ts";

interface ScanFormProps {
  readonly uri: string;
  readonly onCancel: () => void;
  readonly onTurnedOn: (recoveryCodes: readonly string[]) => Promise<void>;
}

export function ScanForm({ uri, onCancel, onTurnedOn }: ScanFormProps) {
  const { t } = useTranslation("account");
  const { t: app } = useTranslation();
  const form = useForm({
    initialValues: { code: "" },
    validate: { code: (code) => (code.trim() === "" ? t("twoFactor.codeMissing") : null) },
  });
  const confirm = useOnce({
    mutationFn: async (code: string) => onTurnedOn(await confirmTwoFactor(code)),
    onError: (error) => form.setErrors(formErrorsOf(error)),
    gcTime: 0,
  });
  const element = useReveal(confirm.error);
  return (
    <form ref={element} onSubmit={form.onSubmit(({ code }) => confirm.mutate(code))} noValidate>
      <Stack gap="md">
        <Text>{t("twoFactor.scan")}</Text>
        <QrCode text={uri} label={t("twoFactor.qrCode")} />
        <Anchor href={uri} size="sm" ta="center">
          {t("twoFactor.openApp")}
        </Anchor>
        <SecretByHand secret={new URL(uri).searchParams.get("secret") ?? ""} />
        <OneTimeCodeField
          label={t("twoFactor.code")}
          description={t("twoFactor.codeMeans")}
          {...form.getInputProps("code")}
        />
        <FormRefusal error={confirm.error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={confirm.isPending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={confirm.isPending}>
          {t("twoFactor.turnOn")}
        </Button>
      </DialogActions>
    </form>
  );
}
