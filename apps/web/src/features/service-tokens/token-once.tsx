import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { storeSnippets } from "../../lib/store-snippets.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";
import { serviceVariable, verifySnippets } from "./verify-snippets.ts";

interface TokenOnceProps {
  readonly token: string;
  readonly onClose: () => void;
}

/** The one time that a service token is seen: copy it, store it, ask with it. */
export function TokenOnce({ token, onClose }: TokenOnceProps) {
  const { t } = useTranslation("serviceTokens");
  return (
    <ShownOnce
      value={token}
      label={t("once.token")}
      what={t("once.what")}
      warning={t("once.text")}
      onClose={onClose}
    >
      {(onCopied) => (
        <>
          <Stack gap={6}>
            <Text fw={550}>{t("once.store")}</Text>
            <CodeBlock
              label={t("once.storeSnippets")}
              tabs={storeSnippets(serviceVariable, token)}
              onCopied={onCopied}
            />
          </Stack>
          <Stack gap={6}>
            <Text fw={550}>{t("once.ask")}</Text>
            <CodeBlock label={t("snippets")} tabs={verifySnippets(window.location.origin)} />
          </Stack>
        </>
      )}
    </ShownOnce>
  );
}
