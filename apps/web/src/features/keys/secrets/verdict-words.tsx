import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import type { Verdict } from "./rotation-verdict.ts";

/** Why it is safe to end an overlap, or why not. */
export function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  return (
    <Text size="sm" component="div">
      <Sentence verdict={verdict} />
    </Text>
  );
}

function Sentence({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation("keys");
  if (!("lastUsedAt" in verdict)) return t(`verdict.${verdict.kind}`);
  const { kind, lastUsedAt, address } = verdict;
  return (
    <Trans
      t={t}
      i18nKey={`verdict.${kind}`}
      values={{ address }}
      components={{ time: <RelativeTime at={lastUsedAt} />, code: <Mono>{null}</Mono> }}
    />
  );
}
