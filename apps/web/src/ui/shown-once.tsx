import { Stack } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./copy-button.tsx";
import { Notice } from "./notice.tsx";
import classes from "./shown-once.module.css";
import { StoredButton } from "./stored-button.tsx";

interface ShownOnceProps {
  readonly value: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  /** What is copied, such as "token": names the button. */
  readonly what: string;
  /** In which words the rest of it is told. */
  readonly kind?: "token" | "secret";
  /** What it is good for, and what to do when it is lost. */
  readonly warning: string;
  readonly onClose: () => void;
  /** Other ways to keep it, which call `onCopied`, and what to do with it then. */
  readonly children: (onCopied: () => void) => ReactNode;
}

/** The form before it was scrolled, and the button that had the focus is gone. */
function bringIntoView(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "start" });
}

/** The one time that a token is seen. Whoever leaves without having copied it is asked first. */
export function ShownOnce({ value, label, what, kind = "token", ...props }: ShownOnceProps) {
  const { warning, onClose, children } = props;
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const onCopied = () => setCopied(true);
  useBlocker({
    shouldBlockFn: () => !window.confirm(t(`shownOnce.${kind}.leave`)),
    enableBeforeUnload: true,
    disabled: copied,
  });
  return (
    <Stack gap="lg" ref={bringIntoView} tabIndex={-1} className={classes.root}>
      <Notice tone="warning" title={t(`shownOnce.${kind}.title`)}>
        {warning}
      </Notice>
      <div className={classes.frame}>
        <code className={classes.value} aria-label={label}>
          {value}
        </code>
        <CopyButton value={value} what={what} variant="main" onCopied={onCopied} />
      </div>
      {children(onCopied)}
      <StoredButton kind={kind} copied={copied} onClose={onClose} />
    </Stack>
  );
}
