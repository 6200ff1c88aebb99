import { longestOverlapSeconds } from "@katkey/keys";
import { CommandError, type Call } from "../command/command.ts";
import { lengthTyped } from "./lengths.ts";

const dayInSeconds = 24 * 60 * 60;

/** Of every rotation. */
export const overlapOption = {
  overlap: {
    takes: "<seconds>",
    about:
      "How long the old one works on: 0, as a leak demands, or such as 3600, 12h or 7d, to 30d; else a day",
  },
} as const;

/** In seconds. @throws CommandError */
export function overlapTyped({ value }: Pick<Call<never, "overlap">, "value">): number {
  const typed = value("overlap");
  if (typed === undefined) return dayInSeconds;
  const seconds = lengthTyped(typed);
  if (seconds !== null && seconds <= longestOverlapSeconds) return seconds;
  const message =
    "--overlap: Must be a number of seconds, or a time such as 30m, 12h or 7d, of at most 30 days.";
  throw new CommandError(message, { code: "usage" });
}
