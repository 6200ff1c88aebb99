import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "../../../ui/dialog-actions.tsx";

interface StoredButtonProps {
  readonly copied: boolean;
  readonly onClose: () => void;
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Ends the showing of a token, and asks first when it was not copied. */
export function StoredButton({ copied, onClose }: StoredButtonProps) {
  const { t } = useTranslation("keys");
  const [asking, setAsking] = useState(false);
  if (!asking || copied) {
    return (
      <DialogActions>
        <Button onClick={() => (copied ? onClose() : setAsking(true))}>{t("once.stored")}</Button>
      </DialogActions>
    );
  }
  return (
    <Alert color="red" variant="light" role="alert" title={t("once.notCopied")}>
      <Text size="sm" mb="sm">
        {t("once.lost")}
      </Text>
      <Group gap="xs">
        <Button ref={focus} onClick={() => setAsking(false)}>
          {t("once.back")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("once.closeAnyway")}
        </Button>
      </Group>
    </Alert>
  );
}
