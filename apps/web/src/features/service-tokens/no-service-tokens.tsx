import { Stack } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/sign-in/session.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { verifySnippets } from "./verify-snippets.ts";

/** What a service token is for, and what is done with the first one. */
export function NoServiceTokens() {
  const { t } = useTranslation("serviceTokens");
  const { tokenBrand } = useMe();
  return (
    <Stack gap="md">
      <EmptyState icon={<IconPlugConnected size={22} />} title={t("none.title")}>
        {t("none.text")}
      </EmptyState>
      <CodeBlock label={t("snippets")} tabs={verifySnippets(window.location.origin, tokenBrand)} />
    </Stack>
  );
}
