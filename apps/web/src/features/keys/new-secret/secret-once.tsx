import { Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api-types.ts";
import { documentation } from "../../../lib/documentation.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { NewTabLink } from "../../../ui/new-tab-link.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { FirstRequest } from "../first-request/first-request.tsx";
import { newestSecretOf } from "../key-secrets.ts";
import type { NewSecret } from "./new-secret.ts";
import classes from "./secret-once.module.css";
import { callSnippets, storeSnippets } from "./snippets.ts";
import { StoredButton } from "./stored-button.tsx";

interface SecretOnceProps {
  readonly organizationId: OrganizationId;
  readonly made: NewSecret;
  readonly onClose: () => void;
}

/** The form before it was scrolled, and the button that had the focus is gone. */
function bringIntoView(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "start" });
}

/** The one time that a token is seen: copy it, store it, try it. */
export function SecretOnce({ organizationId, made: { key, token }, onClose }: SecretOnceProps) {
  const { t } = useTranslation("keys");
  const secret = newestSecretOf(key);
  const [copied, setCopied] = useState(false);
  const markCopied = () => setCopied(true);
  useBlocker({
    shouldBlockFn: () => !window.confirm(t("once.leave")),
    enableBeforeUnload: true,
    disabled: copied,
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
        <CopyButton value={token} what={t("once.what")} variant="main" onCopied={markCopied} />
      </div>
      <Stack gap={6}>
        <Text fw={550}>{t("once.storeTitle")}</Text>
        <Text size="sm" c="dimmed">
          {t("once.store")}{" "}
          <NewTabLink href={documentation.storing}>{t("once.storeDocumentation")}</NewTabLink>
        </Text>
        <CodeBlock label={t("once.storeSnippets")} tabs={storeSnippets(token)} onCopied={markCopied} />
      </Stack>
      <Stack gap={6}>
        <Text fw={550}>{t("once.callTitle")}</Text>
        <Text size="sm" c="dimmed">
          {t("once.call")}
        </Text>
        {/* Above what is copied, where a window of usual height still shows it. */}
        {secret !== null && <FirstRequest organizationId={organizationId} keyId={key.id} secret={secret} />}
        <CodeBlock label={t("once.callSnippets")} tabs={callSnippets(window.location.origin)} />
      </Stack>
      <StoredButton copied={copied} onClose={onClose} />
    </Stack>
  );
}
