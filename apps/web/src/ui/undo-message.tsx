import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isMac } from "./is-mac.ts";
import classes from "./undo-message.module.css";

interface UndoMessageProps {
  readonly message: string;
  readonly onUndo: () => void;
}

export function UndoMessage({ message, onUndo }: UndoMessageProps) {
  const { t } = useTranslation();
  const [isRunning, setIsRunning] = useState(false);
  const undo = () => {
    setIsRunning(true);
    onUndo();
  };
  return (
    <span className={classes.message}>
      <span>{message}</span>
      <Button
        variant="default"
        size="compact-xs"
        loading={isRunning}
        onClick={undo}
        aria-keyshortcuts={isMac ? "Meta+Z" : "Control+Z"}
        rightSection={<kbd className={classes.keys}>{isMac ? "⌘Z" : "Ctrl Z"}</kbd>}
      >
        {t("undo.action")}
      </Button>
    </span>
  );
}
