import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { documentation } from "../../../lib/documentation.ts";
import { storeSnippets } from "../../../lib/keys/store-snippets.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import { NewTabLink } from "../../../ui/new-tab-link.tsx";
import { ShownOnce } from "../../../ui/shown-once.tsx";
import { FirstRequest } from "../first-request/first-request.tsx";
import { newestSecretOf } from "../key-secrets.ts";
import { callSnippets, keyVariable } from "./call-snippets.ts";
import type { NewSecret } from "./new-secret.ts";

interface SecretOnceProps {
  readonly organizationId: OrganizationId;
  readonly made: NewSecret;
  readonly onClose: () => void;
}

/** The one time that a key's token is seen: copy it, store it, try it. */
export function SecretOnce({ organizationId, made: { key, token }, onClose }: SecretOnceProps) {
  const { t } = useTranslation("keys");
  const secret = newestSecretOf(key);
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
            <Text fw={550}>{t("once.storeTitle")}</Text>
            <Text size="sm" c="dimmed">
              {t("once.store")}{" "}
              <NewTabLink href={documentation.storing}>{t("once.storeDocumentation")}</NewTabLink>
            </Text>
            <CodeBlock
              label={t("once.storeSnippets")}
              tabs={storeSnippets(keyVariable, token)}
              onCopied={onCopied}
            />
          </Stack>
          <Stack gap={6}>
            <Text fw={550}>{t("once.callTitle")}</Text>
            <Text size="sm" c="dimmed">
              {t("once.call")}
            </Text>
            {/* Above what is copied, where a window of usual height still shows it. */}
            {secret !== null && (
              <FirstRequest organizationId={organizationId} keyId={key.id} secret={secret} />
            )}
            <CodeBlock label={t("once.callSnippets")} tabs={callSnippets(window.location.origin)} />
          </Stack>
        </>
      )}
    </ShownOnce>
  );
}
