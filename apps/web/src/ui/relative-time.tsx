import { Tooltip } from "@mantine/core";
import { memo } from "react";
import { exactTime, relativeTime } from "../lib/words/time-words.ts";
import { useLanguage } from "../lib/language/use-language.ts";
import { useNow } from "./use-now.ts";

interface RelativeTimeProps {
  /** RFC 3339. */
  readonly at: string;
}

/** "3 hours ago", with the exact time on hover and focus; stays true while the page is open. */
export const RelativeTime = memo(function RelativeTime({ at }: RelativeTimeProps) {
  const now = useNow();
  // Nothing else tells a memo that another language is spoken.
  useLanguage();
  const exact = exactTime(at);
  return (
    <Tooltip label={exact} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} aria-label={`${relativeTime(at, now)}, ${exact}`}>
        {relativeTime(at, now)}
      </time>
    </Tooltip>
  );
});
