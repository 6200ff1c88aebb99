import { Text } from "@mantine/core";
import { exactTime } from "../../lib/time-words.ts";
import { useNow } from "../../ui/use-now.ts";
import type { SecretView } from "./key-types.ts";

interface OverlapOutcomeProps {
  readonly replaced: SecretView | null;
  /** `null`: not chosen yet. */
  readonly overlapSeconds: number | null;
  readonly expiresAt: string | null;
}

/** What the choice means, with a date. */
export function OverlapOutcome({ replaced, overlapSeconds, expiresAt }: OverlapOutcomeProps) {
  const now = useNow();
  if (replaced === null || overlapSeconds === null) return null;
  const end = now + overlapSeconds * 1_000;
  const cutShort = expiresAt !== null && Date.parse(expiresAt) < end;
  return (
    <Text aria-live="polite">
      The secret ending in <b>{replaced.hint}</b>{" "}
      {overlapSeconds === 0 ? (
        "is refused as soon as you rotate. What uses it fails until it has the new one."
      ) : (
        <>
          works until <b>{exactTime(cutShort ? expiresAt : new Date(end).toISOString())}</b>
          {cutShort && ", when the whole key expires"}. You can end the overlap earlier.
        </>
      )}
    </Text>
  );
}
