import { Button, Checkbox, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../ui/code-block.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { Notice } from "../../ui/notice.tsx";
import classes from "./token-once.module.css";
import { storeSnippets, verifySnippets } from "./verify-snippets.ts";

interface TokenOnceProps {
  readonly token: string;
  readonly onClose: () => void;
}

/** The form before it was scrolled, and the button that had the focus is gone. */
function bringIntoView(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "start" });
}

/** The one time that a token is seen: copy it, store it, ask with it. */
export function TokenOnce({ token, onClose }: TokenOnceProps) {
  const { t } = useTranslation("serviceTokens");
  const [kept, setKept] = useState(false);
  const keep = () => setKept(true);
  useBlocker({
    shouldBlockFn: () => !window.confirm(t("once.leave")),
    enableBeforeUnload: true,
    disabled: kept,
  });
  return (
    <Stack gap="lg" ref={bringIntoView} tabIndex={-1} className={classes.root}>
      <Notice tone="warning" title={t("once.title")}>
        {t("once.text")}
      </Notice>
      <div className={classes.frame}>
        <code className={classes.token} aria-label={t("once.token")}>
          {token}
        </code>
        <CopyButton value={token} what={t("once.what")} variant="main" onCopied={keep} />
      </div>
      <Stack gap={6}>
        <Text fw={550}>{t("once.store")}</Text>
        <CodeBlock label={t("once.storeSnippets")} tabs={storeSnippets(token)} onCopied={keep} />
      </Stack>
      <Stack gap={6}>
        <Text fw={550}>{t("once.ask")}</Text>
        <CodeBlock label={t("snippets")} tabs={verifySnippets(window.location.origin)} />
      </Stack>
      <Checkbox
        label={t("once.stored")}
        checked={kept}
        onChange={({ currentTarget }) => setKept(currentTarget.checked)}
      />
      <DialogActions>
        <Button onClick={onClose} disabled={!kept}>
          {t("once.close")}
        </Button>
      </DialogActions>
    </Stack>
  );
}
