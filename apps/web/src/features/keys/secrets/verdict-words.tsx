import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import type { LastUseView } from "../key-types.ts";

export type Verdict = NonNullable<KeyView["rotationVerdict"]>;

interface VerdictWordsProps {
  readonly verdict: Verdict;
  /** Of the old secret. */
  readonly lastUse: LastUseView | null;
}

/** Why it is safe to end an overlap, or why not. */
export function VerdictWords(props: VerdictWordsProps) {
  return (
    <Text size="sm" component="div">
      <Sentence {...props} />
    </Text>
  );
}

function Sentence({ verdict, lastUse }: VerdictWordsProps) {
  const { t } = useTranslation("keys");
  return (
    <Trans
      t={t}
      i18nKey={`verdict.${verdict}`}
      values={{ address: lastUse?.address || t("use.untoldAddress") }}
      components={{
        time: lastUse === null ? <span /> : <RelativeTime at={lastUse.at} />,
        code: <Mono>{null}</Mono>,
      }}
    />
  );
}
