import { Trans, useTranslation } from "react-i18next";
import { documentation } from "../../lib/documentation.ts";
import { Mono } from "../../ui/mono.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Notice } from "../../ui/notice.tsx";

const checks = ["whole", "refused", "recent", "known", "ours"] as const;

/** The same for whatever is not known here: another organization's id looks like one that nobody has. */
export function UnknownRequest({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation("refusals");
  return (
    <Notice tone="info" title={t("unknown.title")}>
      <Trans
        t={t}
        i18nKey="unknown.text"
        values={{ id: requestId }}
        components={{ code: <Mono>{null}</Mono> }}
      />
      <ul>
        {checks.map((check) => (
          <li key={check}>{t(`unknown.${check}`)}</li>
        ))}
      </ul>
      <NewTabLink href={documentation.errors}>{t("unknown.documentation")}</NewTabLink>
    </Notice>
  );
}
