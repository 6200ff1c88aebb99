import { Trans, useTranslation } from "react-i18next";
import { Mono } from "../../../ui/mono.tsx";
import { Notice } from "../../../ui/notice.tsx";

/** What a link has added to the form, so that nobody saves what somebody else has filled in without having seen it. */
export function FilledInNotice({ additions }: { readonly additions: readonly string[] }) {
  const { t } = useTranslation("keys");
  if (additions.length === 0) return null;
  return (
    <Notice tone="info" title={t("edit.filledIn")}>
      <Trans
        t={t}
        i18nKey="edit.added"
        values={{ added: additions.join(", ") }}
        components={{ code: <Mono>{null}</Mono> }}
      />
    </Notice>
  );
}
