import { Button, Group, Stack, Text } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { RecoveryCodesLeft } from "./recovery-codes-left.tsx";

const TurnOnDialog = lazyPart(async () => (await import("./turn-on-dialog.tsx")).TurnOnDialog);
const TurnOffDialog = lazyPart(async () => (await import("./turn-off-dialog.tsx")).TurnOffDialog);
const RenewDialog = lazyPart(async () => (await import("./renew-dialog.tsx")).RenewDialog);

const dialogs = { on: TurnOnDialog, off: TurnOffDialog, renew: RenewDialog };

interface TwoFactorProps {
  readonly isOn: boolean;
  readonly recoveryCodesLeft: number | null;
}

export function TwoFactor({ isOn, recoveryCodesLeft }: TwoFactorProps) {
  const { t } = useTranslation("account");
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const Dialog = open === null ? null : dialogs[open];
  return (
    <Stack gap="md">
      <Group gap="sm">
        <StatusBadge tone={isOn ? "positive" : "neutral"}>
          {t(isOn ? "twoFactor.on" : "twoFactor.off")}
        </StatusBadge>
        <Text size="sm">{t(isOn ? "twoFactor.onMeans" : "twoFactor.offMeans")}</Text>
      </Group>
      {isOn && <RecoveryCodesLeft count={recoveryCodesLeft} />}
      <Group gap="xs">
        {isOn ? (
          <>
            <Button variant="default" onClick={() => setOpen("renew")}>
              {t("twoFactor.renew")}
            </Button>
            <Button variant="default" onClick={() => setOpen("off")}>
              {t("twoFactor.turnOff")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen("on")}>{t("twoFactor.turnOn")}</Button>
        )}
      </Group>
      <Suspense>{Dialog !== null && <Dialog onClose={() => setOpen(null)} />}</Suspense>
    </Stack>
  );
}
