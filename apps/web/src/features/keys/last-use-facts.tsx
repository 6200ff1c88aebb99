import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { requestWords } from "../../lib/words/request-words.ts";
import { Facts } from "../../ui/facts.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { LastUseView } from "./key-types.ts";

interface LastUseFactsProps {
  readonly lastUse: LastUseView | null;
  /** Of several secrets together; left out: of the one that was used last. */
  readonly requests?: number;
  /** During a rotation: how many of them came since it began. */
  readonly sinceRotation?: number | undefined;
}

/** When, from where and how something was used last. */
export function LastUseFacts({ lastUse, requests, sinceRotation }: LastUseFactsProps) {
  const { t } = useTranslation("keys");
  if (lastUse === null) return <Text c="dimmed">{t("use.never")}</Text>;
  const { at, address, userAgent, method, route, status } = lastUse;
  return (
    <Facts
      facts={[
        { label: t("lastUsed"), value: <RelativeTime at={at} /> },
        { label: t("use.from"), value: address === "" ? "–" : <Mono>{address}</Mono> },
        { label: t("use.client"), value: userAgent ?? t("use.unknownClient") },
        {
          label: t("use.request"),
          value: (
            <Trans
              t={t}
              i18nKey="use.answered"
              values={{ request: requestWords({ method, route }), status }}
              components={{ code: <Mono>{null}</Mono> }}
            />
          ),
        },
        ...(sinceRotation === undefined
          ? []
          : [{ label: t("use.sinceRotation"), value: t("use.requests", { count: sinceRotation }) }]),
        { label: t("use.total"), value: t("use.requests", { count: requests ?? lastUse.requests }) },
      ]}
    />
  );
}
