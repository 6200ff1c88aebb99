import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { Mono } from "../../../ui/mono.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { retiringSecretOf } from "../key-secrets.ts";

/** Warns that a rotation would end the overlap of the one before. */
export function RunningOverlap({ apiKey }: { readonly apiKey: KeyView }) {
  const { t } = useTranslation("keys");
  const retiring = retiringSecretOf(apiKey);
  if (retiring === null) return null;
  const { hint, lastUse } = retiring;
  return (
    <Notice tone="warning" title={t("rotate.runningTitle")}>
      <Trans t={t} i18nKey="rotate.running" values={{ hint }} components={{ b: <b /> }} />{" "}
      {lastUse === null ? (
        t("rotate.runningNeverUsed")
      ) : (
        <Trans
          t={t}
          i18nKey="rotate.runningLastUsed"
          values={{ address: lastUse.address }}
          components={{ time: <RelativeTime at={lastUse.at} />, code: <Mono>{null}</Mono> }}
        />
      )}
    </Notice>
  );
}
