import { useTranslation } from "react-i18next";
import { useMe } from "../../lib/sign-in/session.ts";
import { storeSnippets } from "../../lib/keys/store-snippets.ts";
import { CodeBlock } from "../../ui/code-block.tsx";
import { StoredOnce } from "../../ui/stored-once.tsx";
import { serviceVariable, verifySnippets } from "./verify-snippets.ts";

interface TokenOnceProps {
  readonly token: string;
  readonly onClose: () => void;
}

/** The one time that a service token is seen: copy it, store it, ask with it. */
export function TokenOnce({ token, onClose }: TokenOnceProps) {
  const { t } = useTranslation("serviceTokens");
  const { tokenBrand } = useMe();
  const questions = (
    <CodeBlock label={t("snippets")} tabs={verifySnippets(window.location.origin, tokenBrand)} />
  );
  return (
    <StoredOnce
      value={token}
      label={t("once.token")}
      what={t("once.what")}
      warning={t("once.text")}
      store={{
        title: t("once.store"),
        label: t("once.storeSnippets"),
        tabs: storeSnippets(serviceVariable, token),
      }}
      next={{ title: t("once.ask"), content: questions }}
      onClose={onClose}
    />
  );
}
