import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api-types.ts";
import { storeSnippets } from "../../lib/store-snippets.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { ShownOnce } from "../../ui/shown-once.tsx";

/** Where an app finds its secret. */
const variable = "KATKEY_CLIENT_SECRET";

interface SecretOnceProps {
  readonly app: Pick<PartnerApp, "id">;
  readonly secret: string;
  readonly onClose: () => void;
}

/** The one time that a client secret is seen: copy it, store it. */
export function SecretOnce({ app, secret, onClose }: SecretOnceProps) {
  const { t } = useTranslation("partnerApps");
  return (
    <ShownOnce
      value={secret}
      kind="secret"
      label={t("once.secret")}
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
              tabs={storeSnippets(variable, secret)}
              onCopied={onCopied}
            />
          </Stack>
          <Stack gap={6}>
            <Text fw={550}>{t("clientId")}</Text>
            <CopyField value={app.id} what={t("clientId")} />
          </Stack>
        </>
      )}
    </ShownOnce>
  );
}
