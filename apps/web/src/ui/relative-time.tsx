import { Tooltip } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import { exactTime, relativeTime } from "../lib/time-words.ts";

interface RelativeTimeProps {
  /** RFC 3339. */
  readonly at: string;
}

/** "3 hours ago", with the exact time on hover and focus; stays true while the page is open. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  const exact = exactTime(at);
  return (
    <Tooltip label={exact} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} aria-label={`${relativeTime(at, now)}, ${exact}`}>
        {relativeTime(at, now)}
      </time>
    </Tooltip>
  );
}
