import type { Call } from "./command/command.ts";

const dayInSeconds = 24 * 60 * 60;

/** Of every rotation. */
export const overlapOption = {
  overlap: {
    takes: "<seconds>",
    about: "How long the old one works on: 0, as a leak demands, to 2592000; else a day",
  },
} as const;

/** In seconds; NaN for what is no number. */
export function overlapTyped({ value }: Pick<Call<never, "overlap">, "value">): number {
  const typed = value("overlap");
  return typed === undefined ? dayInSeconds : Number(typed.trim() || Number.NaN);
}
