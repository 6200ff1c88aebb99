import { Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { documentation } from "../../lib/documentation.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Notice } from "../../ui/notice.tsx";
import classes from "./secret-once.module.css";
import { callSnippets, storeSnippets } from "./snippets.ts";
import { StoredButton } from "./stored-button.tsx";

interface SecretOnceProps {
  readonly token: string;
  readonly onClose: () => void;
}

/** The form before it was scrolled, and the button that had the focus is gone. */
function bringIntoView(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "start" });
}

/** The one time that a token is seen: copy it, store it, try it. */
export function SecretOnce({ token, onClose }: SecretOnceProps) {
  const [copied, setCopied] = useState(false);
  const markCopied = () => setCopied(true);
  useBlocker({
    shouldBlockFn: () => !window.confirm("The token was not copied and is never shown again. Leave?"),
    enableBeforeUnload: true,
    disabled: copied,
  });

  return (
    <Stack gap="lg" ref={bringIntoView} tabIndex={-1} className={classes.root}>
      <Notice tone="warning" title="Copy the token now: it is not shown again">
        Katkey keeps only a fingerprint of it. Whoever has the token can use the key, so store it where only
        your server reads it. If you lose it, rotate the key.
      </Notice>
      <div className={classes.frame}>
        <code className={classes.token} aria-label="Token">
          {token}
        </code>
        <CopyButton value={token} what="token" variant="main" onCopied={markCopied} />
      </div>
      <Stack gap={6}>
        <Text fw={550}>Store it on your server</Text>
        <Text size="sm" c="dimmed">
          Without leaving it in the shell's history, and where not to put it:{" "}
          <NewTabLink href={documentation.storing}>how to store a token</NewTabLink>
        </Text>
        <CodeBlock label="Store the token" tabs={storeSnippets(token)} onCopied={markCopied} />
      </Stack>
      <Stack gap={6}>
        <Text fw={550}>Make the first request</Text>
        <Text size="sm" c="dimmed">
          From a server or a shell, never from a web page: Katkey refuses browsers, and marks a key as exposed
          when one uses it.
        </Text>
        <CodeBlock label="Make a request" tabs={callSnippets(window.location.origin)} />
      </Stack>
      <StoredButton copied={copied} onClose={onClose} />
    </Stack>
  );
}
