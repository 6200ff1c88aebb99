import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { downloadFile } from "../../../lib/api/download-file.ts";
import { useMe } from "../../../lib/sign-in/session.ts";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { Notice } from "../../../ui/notice.tsx";
import classes from "./recovery-codes.module.css";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** The form before it had the focus, and is gone. */
function focusHere(element: HTMLElement | null): void {
  element?.focus();
}

/** The one time that they are seen. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const { t } = useTranslation("account");
  const { user } = useMe();
  const text = `${t("twoFactor.fileTitle", { host: window.location.host, email: user.email })}\n\n${codes.join("\n")}\n`;
  const download = () =>
    downloadFile({ name: "katkey-recovery-codes.txt", type: "text/plain;charset=utf-8", content: text });
  return (
    <Stack gap="md" ref={focusHere} tabIndex={-1} className={classes.root}>
      <Notice tone="warning" title={t("twoFactor.keepTitle")}>
        {t("twoFactor.keep")}
      </Notice>
      <ul className={classes.codes} aria-label={t("twoFactor.codes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton value={codes.join("\n")} what={t("twoFactor.codesWhat")} />
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={download}>
          {t("twoFactor.download")}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t("twoFactor.eachOnce")}
      </Text>
      <DialogActions>
        <Button onClick={onClose}>{t("twoFactor.kept")}</Button>
      </DialogActions>
    </Stack>
  );
}
