import { Trans, useTranslation } from "react-i18next";
import { exactTime } from "../../lib/words/time-words.ts";
import { Mono } from "../../ui/mono.tsx";
import { Notice } from "../../ui/notice.tsx";

interface SuspensionNoticeProps {
  /** RFC 3339. */
  readonly at: string;
  readonly reason: string;
}

export function SuspensionNotice({ at, reason }: SuspensionNoticeProps) {
  const { t } = useTranslation("settings");
  return (
    <Notice tone="warning" title={t("suspended.title")}>
      <Trans
        t={t}
        i18nKey="suspended.text"
        values={{ since: exactTime(at) }}
        components={{ code: <Mono>{null}</Mono> }}
      />
      <blockquote>
        <bdi>{reason}</bdi>
      </blockquote>
      {t("suspended.next")}
    </Notice>
  );
}
