import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { exactTime } from "../../../lib/words/time-words.ts";
import { useNow } from "../../../ui/use-now.ts";
import type { SecretView } from "../key-types.ts";

interface OverlapOutcomeProps {
  readonly replaced: SecretView | null;
  /** `null`: not chosen yet. */
  readonly overlapSeconds: number | null;
  readonly expiresAt: string | null;
}

/** What the choice means, with a date. */
export function OverlapOutcome({ replaced, overlapSeconds, expiresAt }: OverlapOutcomeProps) {
  const { t } = useTranslation("keys");
  const now = useNow();
  if (replaced === null || overlapSeconds === null) return null;
  const end = now + overlapSeconds * 1_000;
  const cutShort = expiresAt !== null && Date.parse(expiresAt) < end;
  const worksUntil = cutShort ? "rotate.worksUntilExpiry" : "rotate.worksUntil";
  const outcome = overlapSeconds === 0 ? "rotate.refusedAtOnce" : worksUntil;
  return (
    <Text aria-live="polite">
      <Trans
        t={t}
        i18nKey={outcome}
        values={{ hint: replaced.hint, time: exactTime(cutShort ? expiresAt : new Date(end).toISOString()) }}
        components={{ b: <b /> }}
      />
    </Text>
  );
}
