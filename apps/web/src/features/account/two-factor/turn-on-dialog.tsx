import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/dialog.tsx";
import { PasswordDialog } from "../password-dialog.tsx";
import { useMeansChanged } from "../use-sign-in-means.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { ScanForm } from "./scan-form.tsx";
import { beginTwoFactor } from "./two-factor-fetch.ts";

type Step =
  | { readonly at: "password" }
  | { readonly at: "scan"; readonly uri: string }
  | { readonly at: "codes"; readonly codes: readonly string[] };

/** The password, then an app that shows codes, then what to keep for when it is lost. */
export function TurnOnDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("account");
  const changed = useMeansChanged();
  const [step, setStep] = useState<Step>({ at: "password" });
  if (step.at === "password") {
    return (
      <PasswordDialog
        title={t("twoFactor.turnOnTitle")}
        action={t("twoFactor.next")}
        onConfirm={async (password) => setStep({ at: "scan", uri: await beginTwoFactor(password) })}
        onClose={onClose}
      >
        <Text>{t("twoFactor.turnOnMeans")}</Text>
      </PasswordDialog>
    );
  }
  const isDone = step.at === "codes";
  return (
    <Dialog
      title={t(isDone ? "twoFactor.doneTitle" : "twoFactor.scanTitle")}
      opened
      onClose={onClose}
      locked={isDone}
      vanishes
    >
      {isDone ? (
        <RecoveryCodes codes={step.codes} onClose={onClose} />
      ) : (
        <ScanForm
          uri={step.uri}
          onCancel={onClose}
          onTurnedOn={async (codes) => {
            setStep({ at: "codes", codes });
            await changed();
          }}
        />
      )}
    </Dialog>
  );
}
