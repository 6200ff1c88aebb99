import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../../lib/api/api-types.ts";
import { storeSnippets } from "../../../lib/keys/store-snippets.ts";
import { CopyField } from "../../../ui/copy-field.tsx";
import { StoredOnce } from "../../../ui/stored-once.tsx";

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
    <StoredOnce
      value={secret}
      kind="secret"
      label={t("once.secret")}
      what={t("once.what")}
      warning={t("once.text")}
      store={{
        title: t("once.store"),
        label: t("once.storeSnippets"),
        tabs: storeSnippets(variable, secret),
      }}
      next={{ title: t("clientId"), content: <CopyField value={app.id} what={t("clientId")} /> }}
      onClose={onClose}
    />
  );
}
