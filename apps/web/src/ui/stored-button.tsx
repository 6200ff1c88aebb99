import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "./dialog-actions.tsx";
import classes from "./shown-once.module.css";

interface StoredButtonProps {
  readonly kind: "token" | "secret";
  readonly copied: boolean;
  readonly onClose: () => void;
}

/** All of the question is brought into view, not the button alone. */
function focus(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
  button?.closest("[role=alert]")?.scrollIntoView({ block: "nearest" });
}

/** Ends the showing, and asks first when nothing was copied. */
export function StoredButton({ kind, copied, onClose }: StoredButtonProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!asking || copied) {
    return (
      <DialogActions>
        <Button onClick={() => (copied ? onClose() : setAsking(true))}>{t("shownOnce.stored")}</Button>
      </DialogActions>
    );
  }
  return (
    <Alert
      className={classes.question}
      color="red"
      variant="light"
      role="alert"
      title={t(`shownOnce.${kind}.notCopied`)}
    >
      <Text size="sm" mb="sm">
        {t("shownOnce.lost")}
      </Text>
      <Group gap="xs">
        <Button ref={focus} onClick={() => setAsking(false)}>
          {t("shownOnce.back")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("shownOnce.closeAnyway")}
        </Button>
      </Group>
    </Alert>
  );
}
